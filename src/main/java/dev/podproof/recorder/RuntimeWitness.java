package dev.podproof.recorder;

import static org.awaitility.Awaitility.await;

import dev.podproof.cluster.NodeAccess;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container runtime as a witness: containerd's own events, streamed from the node.
 *
 * <p>One stream and one shell on the node serve the whole run. The shell tells the names behind
 * container IDs and makes events of our own ("marks"): when a mark is read back from the stream,
 * all that happened before it has been read as well. Stream and shell are begun anew whenever they
 * end; what the stream may have missed is a {@link Observation.Gap}. Thread-safe.
 */
public final class RuntimeWitness implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RuntimeWitness.class);
  private static final String CTR = NodeAccess.CTR;

  /**
   * A container's shim publishes its events on a way of its own, so one may enter the stream a
   * little after a mark that was made later.
   */
  private static final Duration ALLOWANCE = Duration.ofMillis(150);

  private static final Duration MARK_PACE = Duration.ofMillis(100);
  private static final Duration START_LIMIT = Duration.ofSeconds(15);

  /**
   * Ends with its input, and when the runtime does. A list in the background has no input of its
   * own in sh, hence the copy.
   */
  private static final String STREAM =
      "exec 3<&0; "
          + CTR
          + " -n k8s.io events & stream=$!; "
          + "{ cat <&3; kill $stream; } >/dev/null 2>&1 & input=$!; "
          + "wait $stream; kill $input 2>/dev/null";

  private final RuntimeShell shell;
  private final LastLines lastLines;
  private final ScheduledExecutorService marker;
  private final Recordings recordings = new Recordings();
  private final Marks marks = new Marks(ALLOWANCE);
  private final ContainerEvents containers;
  private Instant lastHeard = Instant.MIN;
  private boolean deaf;
  private final LastingConversation stream;

  private RuntimeWitness(NodeAccess node) {
    this.marker = Executors.newSingleThreadScheduledExecutor(RuntimeWitness::daemon);
    this.lastLines = new LastLines(node, marker);
    this.containers = new ContainerEvents(recordings, lastLines, this::askName);
    this.shell = new RuntimeShell(node, new ShellAnswers(), marker);
    this.stream = new LastingConversation(node, STREAM, new StreamListener(), marker);
  }

  /** Begins to listen; returns when an event of our own has come back. */
  public static RuntimeWitness open(NodeAccess node) {
    var witness = new RuntimeWitness(node);
    await("the runtime's events")
        .pollDelay(Duration.ZERO)
        .pollInterval(MARK_PACE)
        .atMost(START_LIMIT)
        .until(
            () -> {
              witness.mark();
              return witness.marks.anyHeard();
            });
    return witness;
  }

  /** The stream of containerd's events. */
  private final class StreamListener implements LastingConversation.Listener {
    @Override
    public void told(String line) {
      RuntimeEventLine.parse(line).ifPresent(RuntimeWitness.this::heard);
    }

    @Override
    public void ended() {
      log.debug("the stream of the runtime's events ended; the hole is marked in the history");
      grewDeaf();
    }

    @Override
    public void begunAnew() {
      markUntilHeard();
    }
  }

  /** What the shell says. */
  private final class ShellAnswers implements RuntimeShell.Answers {
    @Override
    public void echoed(int mark) {
      confirm(mark);
    }

    @Override
    public void labelled(String line) {
      containers.labelled(line);
    }

    @Override
    public void named(String containerId) {
      containers.named(containerId);
    }

    // What was asked of its predecessor is asked again; one mark stands for all that were lost.
    @Override
    public void begunAnew() {
      containers.askAgain();
      mark();
    }
  }

  private synchronized void grewDeaf() {
    deaf = true;
  }

  private synchronized boolean isDeaf() {
    return deaf;
  }

  // It runs before it has subscribed, so the first marks may go unheard.
  private void markUntilHeard() {
    if (isDeaf()) {
      mark();
      var unused =
          marker.schedule(this::markUntilHeard, MARK_PACE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** From now on what happens in that namespace goes into the recording. */
  void attach(String namespace, Recording recording) {
    recordings.attach(namespace, recording);
  }

  /** From now on nothing goes into the recording of that namespace. */
  void detach(String namespace) {
    recordings.detach(namespace);
  }

  /** Asks for proof that everything up to that instant has been heard, once it has come. */
  void hearUpTo(Instant instant) {
    marks
        .due(instant, Instant.now())
        .ifPresent(
            due -> {
              var unused = marker.schedule(this::mark, due.toMillis(), TimeUnit.MILLISECONDS);
            });
  }

  private void askName(String containerId) {
    shell.askName(containerId);
  }

  private void mark() {
    shell.mark(marks.next());
  }

  private synchronized void heard(RuntimeEventLine event) {
    if (deaf) {
      deaf = false;
      missed(event.at());
    }
    lastHeard = event.at();
    if (event.topic().equals("/namespaces/update")) {
      heardMark(event);
    } else {
      containers.heard(event);
    }
  }

  // Before the mark that confirms the time up to here: nobody may take the hole for heard.
  private void missed(Instant until) {
    var hole =
        lastHeard.equals(Instant.MIN) ? Interval.until(until) : new Interval(lastHeard, until);
    recordings.tellAll(
        now ->
            new Observation.Gap(
                now, Witness.RUNTIME, hole, "the stream of the runtime's events ended"));
  }

  // The names that are still asked for come back before this echo does.
  private void heardMark(RuntimeEventLine event) {
    var mark = event.event().path("labels").path("mark").asInt(0);
    if (mark > 0) {
      marks.heard(mark, event.at());
      shell.echo(mark);
    }
  }

  // On the shell's thread.
  private void confirm(int mark) {
    marks
        .confirmed(mark)
        .ifPresent(
            upTo ->
                recordings.tellAll(now -> new Observation.HeardUpTo(now, Witness.RUNTIME, upTo)));
  }

  @Override
  public void close() {
    marker.shutdownNow();
    shell.close();
    lastLines.close();
    stream.close();
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "runtime-marks");
    thread.setDaemon(true);
    return thread;
  }
}
