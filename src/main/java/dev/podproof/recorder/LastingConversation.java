package dev.podproof.recorder;

import dev.podproof.cluster.NodeAccess;
import dev.podproof.cluster.NodeAccess.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command on the node that is begun anew whenever it ends, until it is closed. Thread-safe.
 *
 * <p>What is said between an end and the new beginning is lost; the listener hears of both.
 */
final class LastingConversation implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LastingConversation.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final NodeAccess node;
  private final String script;
  private final Listener listener;
  private final ScheduledExecutorService retries;
  private boolean closed;
  private @Nullable Conversation current;

  /** Who listens. */
  interface Listener {
    /** The command printed a line. */
    void told(String line);

    /** The command has ended, and is about to be begun anew. */
    default void ended() {}

    /** It runs again. */
    default void begunAnew() {}
  }

  /** A shell's script that runs from now on. */
  LastingConversation(
      NodeAccess node, String script, Listener listener, ScheduledExecutorService retries) {
    this.node = node;
    this.script = script;
    this.listener = listener;
    this.retries = retries;
    begin();
  }

  // Not under the lock: the first line may come before this returns.
  private void begin() {
    var begun = node.converse(List.of("sh", "-c", script), listener::told, this::ended);
    synchronized (this) {
      if (!closed) {
        current = begun;
        return;
      }
    }
    begun.close();
  }

  private void ended() {
    if (!isClosed()) {
      listener.ended();
      later();
    }
  }

  private void later() {
    var unused = retries.schedule(this::beginAnew, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beginAnew() {
    if (isClosed()) {
      return;
    }
    try {
      begin();
      listener.begunAnew();
    } catch (RuntimeException e) {
      // Whatever way the node is reached says in its own words that it is not there yet.
      log.debug("the node cannot be reached: {}", e.getMessage());
      later();
    }
  }

  /** Writes a line to the command's standard input; it is lost where the command has ended. */
  void say(String line) {
    Conversation open;
    synchronized (this) {
      open = current;
    }
    try {
      if (open != null) {
        open.say(line);
      }
    } catch (IOException e) {
      log.debug("the node's shell does not listen: {}", e.getMessage());
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    Conversation open;
    synchronized (this) {
      closed = true;
      open = current;
    }
    if (open != null) {
      open.close();
    }
  }
}
