package dev.podproof.recorder;

import static org.awaitility.Awaitility.await;

import dev.podproof.cluster.NodeAccess;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
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

  private static final String SHELL =
      CTR
          + " namespaces create podproof >/dev/null 2>&1\n"
          + "while read -r verb arg; do case $verb in\n"
          + "name) "
          + CTR
          + " -n k8s.io containers info $arg 2>/dev/null | grep -E '\"io\\.(kubernetes|cri-containerd)\\.';"
          + " echo \"named $arg\";;\n"
          + "mark) "
          + CTR
          + " namespaces label podproof mark=$arg;;\n"
          + "echo) echo \"echo $arg\";;\n"
          + "esac; done";

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

  private final LastingConversation shell;
  private final LastLines lastLines;
  private final ScheduledExecutorService marker;
  private final Map<String, Recording> recordings = new ConcurrentHashMap<>();
  private final AtomicInteger marks = new AtomicInteger();
  private final AtomicInteger heardMark = new AtomicInteger();
  private final Set<Instant> scheduled = ConcurrentHashMap.newKeySet();
  private final ContainerNames names = new ContainerNames();
  private final Map<String, Instant> created = new HashMap<>();
  private final Map<Integer, Instant> markTimes = new ConcurrentHashMap<>();
  private Instant lastHeard = Instant.MIN;
  private boolean deaf;
  private final LastingConversation stream;

  private RuntimeWitness(NodeAccess node) {
    this.marker = Executors.newSingleThreadScheduledExecutor(RuntimeWitness::daemon);
    this.lastLines = new LastLines(node, marker);
    this.shell = new LastingConversation(node, SHELL, new ShellListener(), marker);
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
              return witness.heardMark.get() > 0;
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

  /** The shell that tells names and makes marks. */
  private final class ShellListener implements LastingConversation.Listener {
    @Override
    public void told(String line) {
      RuntimeWitness.this.told(line);
    }

    // What was asked of its predecessor is asked again; one mark stands for all that were lost.
    @Override
    public void begunAnew() {
      names.unanswered().forEach(RuntimeWitness.this::askName);
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
    recordings.put(namespace, recording);
  }

  /** From now on nothing goes into the recording of that namespace. */
  void detach(String namespace) {
    recordings.remove(namespace);
  }

  /** Asks for proof that everything up to that instant has been heard, once it has come. */
  void hearUpTo(Instant instant) {
    if (scheduled.add(instant)) {
      var now = Instant.now();
      // What never could be was settled before all time.
      var left = instant.isBefore(now) ? Duration.ZERO : Duration.between(now, instant);
      var due = left.plus(ALLOWANCE).toMillis() + 1;
      var unused = marker.schedule(this::mark, due, TimeUnit.MILLISECONDS);
    }
  }

  private void mark() {
    shell.say("mark " + marks.incrementAndGet());
  }

  private void askName(String containerId) {
    shell.say("name " + containerId);
  }

  // A container whose making was not heard is asked for at the first that is heard of it.
  private void askOnce(String containerId) {
    if (names.isNew(containerId)) {
      askName(containerId);
    }
  }

  private synchronized void heard(RuntimeEventLine event) {
    if (deaf) {
      deaf = false;
      missed(event.at());
    }
    lastHeard = event.at();
    var id = event.text("container_id");
    switch (event.topic()) {
      case "/namespaces/update" -> heardMark(event);
      case "/containers/create" -> askOnce(event.text("id"));
      case "/tasks/create" -> {
        askOnce(id);
        created.put(id, event.at());
      }
      case "/tasks/start" -> {
        askOnce(id);
        started(event);
      }
      case "/tasks/exit" -> {
        askOnce(id);
        exited(event);
      }
      case "/tasks/delete" -> deleted(event);
      default -> {
        // Images, snapshots, pauses: nothing that a history holds.
      }
    }
  }

  // Before the mark that confirms the time up to here: nobody may take the hole for heard.
  private void missed(Instant until) {
    var hole =
        lastHeard.equals(Instant.MIN) ? Interval.until(until) : new Interval(lastHeard, until);
    gap(hole, "the stream of the runtime's events ended");
  }

  private void gap(Interval hole, String why) {
    recordings
        .values()
        .forEach(r -> r.append(now -> new Observation.Gap(now, Witness.RUNTIME, hole, why)));
  }

  private void started(RuntimeEventLine event) {
    var id = event.text("container_id");
    var from = Optional.ofNullable(created.remove(id)).orElse(event.at());
    var interval = new Interval(from, event.at());
    record(id, interval, arrival -> new Observation.RuntimeStarted(arrival, id, interval));
  }

  private void exited(RuntimeEventLine event) {
    if (event.isMainProcess()) {
      var id = event.text("container_id");
      var at = Interval.at(event.exitedAt());
      var code = event.exitStatus();
      record(id, at, arrival -> new Observation.RuntimeExited(arrival, id, at, code));
    }
  }

  private void deleted(RuntimeEventLine event) {
    var id = event.text("container_id");
    if (event.text("id").isEmpty() || event.text("id").equals(id)) {
      names.whenKnown(
          id,
          name ->
              Optional.ofNullable(recordings.get(name.namespace()))
                  .filter(recording -> !name.container().isEmpty())
                  .ifPresent(recording -> lastLines.read(id, name, recording)));
    }
  }

  private void record(String containerId, Interval when, Function<Instant, Observation> heard) {
    names.whenKnown(
        containerId,
        name -> {
          if (name.namespace().isEmpty()) {
            gap(when, "the name of container " + containerId + " could not be read");
          } else {
            Optional.ofNullable(recordings.get(name.namespace())).ifPresent(r -> r.append(heard));
          }
        });
  }

  private void heardMark(RuntimeEventLine event) {
    var mark = event.event().path("labels").path("mark").asInt(0);
    if (mark > 0) {
      heardMark.accumulateAndGet(mark, Math::max);
      // The names that are still asked for come back before this echo does.
      markTimes.put(mark, event.at());
      shell.say("echo " + mark);
    }
  }

  // On the shell's thread.
  private void told(String line) {
    if (line.startsWith("echo ")) {
      confirm(Integer.parseInt(line.substring("echo ".length())));
    } else if (line.startsWith("named ")) {
      named(line.substring("named ".length()));
    } else {
      names.label(line);
    }
  }

  private void confirm(int mark) {
    var at = markTimes.remove(mark);
    if (at != null) {
      var upTo = at.minus(ALLOWANCE);
      recordings
          .values()
          .forEach(r -> r.append(now -> new Observation.HeardUpTo(now, Witness.RUNTIME, upTo)));
    }
  }

  private synchronized void named(String containerId) {
    names
        .complete(containerId)
        .ifPresent(
            name ->
                Optional.ofNullable(recordings.get(name.namespace()))
                    .ifPresent(r -> r.append(now -> naming(now, containerId, name))));
    names.release(containerId);
  }

  private static Observation naming(Instant now, String containerId, ContainerNames.Name name) {
    return name.container().isEmpty()
        ? new Observation.SandboxNamed(now, containerId, name.podUid())
        : new Observation.ContainerNamed(now, containerId, name.podUid(), name.container());
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
