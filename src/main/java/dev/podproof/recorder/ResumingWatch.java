package dev.podproof.recorder;

import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watch of one kind that leaves no silent hole.
 *
 * <p>The client resumes a dropped connection where it left off. Where the API server no longer has
 * that point (410 Gone), or refuses, a {@link Observation.Gap} is recorded and the watch begins
 * anew. Callbacks come on the client's thread, one at a time.
 */
final class ResumingWatch<T extends HasMetadata> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ResumingWatch.class);

  private final String kind;
  private final FilterWatchListDeletable<T, ?, ?> objects;
  private final News<T> news;
  private final Recording recording;
  private Instant lastHeard;
  private boolean closed;
  private @Nullable Watch watch;

  /** What to do with one event of the watch. */
  @FunctionalInterface
  interface News<T> {
    void accept(Watcher.Action action, T object);
  }

  ResumingWatch(
      String kind, FilterWatchListDeletable<T, ?, ?> objects, News<T> news, Recording recording) {
    this.kind = kind;
    this.objects = objects;
    this.news = news;
    this.recording = recording;
    this.lastHeard = recording.now();
    open();
  }

  private synchronized void open() {
    if (!closed) {
      watch =
          objects.watch(
              new ListOptionsBuilder().withAllowWatchBookmarks(true).build(), new Listener());
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void reopen(Exception why) {
    if (isClosed()) {
      return;
    }
    log.debug(
        "watch of {} dropped ({}); the hole is marked in the history", kind, why.getMessage());
    var since = lastHeard;
    try {
      open();
    } catch (KubernetesClientException e) {
      recording.append(
          at -> new Observation.Gap(at, Witness.ARRIVAL, Interval.from(since), reason(e)));
      return;
    }
    recording.append(
        at -> new Observation.Gap(at, Witness.ARRIVAL, new Interval(since, at), reason(why)));
  }

  private String reason(Exception why) {
    return "the watch of " + kind + " dropped: " + why.getMessage();
  }

  @Override
  public void close() {
    Watch open;
    synchronized (this) {
      closed = true;
      open = watch;
    }
    if (open != null) {
      open.close();
    }
  }

  /** Translates the client's callbacks; does nothing else. */
  private final class Listener implements Watcher<T> {
    @Override
    public void eventReceived(Action action, T object) {
      lastHeard = recording.now();
      if (action == Action.ADDED || action == Action.MODIFIED || action == Action.DELETED) {
        news.accept(action, object);
      }
    }

    @Override
    public void onClose(WatcherException cause) {
      reopen(cause);
    }
  }
}
