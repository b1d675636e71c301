package dev.podproof.recorder;

import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the runtime's events say of containers, told to the recordings under the names of pods and
 * containers. What is heard of a container before its name is known waits for the name.
 * Thread-safe.
 */
final class ContainerEvents {
  private final Recordings recordings;
  private final LastLines lastLines;
  private final Consumer<String> askName;
  private final ContainerNames names = new ContainerNames();
  private final Map<String, Instant> created = new HashMap<>();

  /**
   * Events of no container yet.
   *
   * @param askName asks for the labels of the container with that ID
   */
  ContainerEvents(Recordings recordings, LastLines lastLines, Consumer<String> askName) {
    this.recordings = recordings;
    this.lastLines = lastLines;
    this.askName = askName;
  }

  /** Takes in an event, whatever it is of. */
  synchronized void heard(RuntimeEventLine event) {
    var id = event.text("container_id");
    switch (event.topic()) {
      case "/containers/create" -> askOnce(event.text("id"));
      case "/tasks/create" -> {
        askOnce(id);
        created.put(id, event.at());
      }
      case "/tasks/start" -> {
        askOnce(id);
        started(id, event);
      }
      case "/tasks/exit" -> {
        askOnce(id);
        exited(id, event);
      }
      case "/tasks/delete" -> deleted(id, event);
      default -> {
        // Images, snapshots, pauses: nothing that a history holds.
      }
    }
  }

  /** Takes in a label of the container that was asked about. */
  void labelled(String line) {
    names.label(line);
  }

  /** All labels of that container were told. */
  synchronized void named(String containerId) {
    names
        .complete(containerId)
        .ifPresent(
            name ->
                recordings
                    .of(name.namespace())
                    .ifPresent(r -> r.append(now -> naming(now, containerId, name))));
    names.release(containerId);
  }

  /** Asks again for what was asked in vain. */
  void askAgain() {
    names.unanswered().forEach(askName);
  }

  // A container whose making was not heard is asked for at the first that is heard of it.
  private void askOnce(String containerId) {
    if (names.isNew(containerId)) {
      askName.accept(containerId);
    }
  }

  private void started(String id, RuntimeEventLine event) {
    var from = Optional.ofNullable(created.remove(id)).orElse(event.at());
    var interval = new Interval(from, event.at());
    record(id, interval, arrival -> new Observation.RuntimeStarted(arrival, id, interval));
  }

  private void exited(String id, RuntimeEventLine event) {
    if (event.isMainProcess()) {
      var at = Interval.at(event.exitedAt());
      var code = event.exitStatus();
      record(id, at, arrival -> new Observation.RuntimeExited(arrival, id, at, code));
    }
  }

  private void deleted(String id, RuntimeEventLine event) {
    if (event.text("id").isEmpty() || event.text("id").equals(id)) {
      names.whenKnown(
          id,
          name ->
              recordings
                  .of(name.namespace())
                  .filter(recording -> !name.container().isEmpty())
                  .ifPresent(recording -> lastLines.read(id, name, recording)));
    }
  }

  private void record(String containerId, Interval when, Function<Instant, Observation> heard) {
    names.whenKnown(
        containerId,
        name -> {
          if (name.namespace().isEmpty()) {
            nameless(containerId, when);
          } else {
            recordings.of(name.namespace()).ifPresent(r -> r.append(heard));
          }
        });
  }

  private void nameless(String containerId, Interval when) {
    var why = "the name of container " + containerId + " could not be read";
    recordings.tellAll(now -> new Observation.Gap(now, Witness.RUNTIME, when, why));
  }

  private static Observation naming(Instant now, String containerId, ContainerNames.Name name) {
    return name.container().isEmpty()
        ? new Observation.SandboxNamed(now, containerId, name.podUid())
        : new Observation.ContainerNamed(now, containerId, name.podUid(), name.container());
  }
}
