package dev.podproof.lifecycle;

import dev.podproof.lifecycle.ContainerStage.Running;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.Observation.ContainerNamed;
import dev.podproof.lifecycle.Observation.RuntimeExited;
import dev.podproof.lifecycle.Observation.RuntimeStarted;
import dev.podproof.lifecycle.RunPart.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings together, by container ID, what all witnesses say of the runs of one container. */
final class ContainerRuns {
  private final Map<String, Sightings> byId = new LinkedHashMap<>();

  private ContainerRuns() {}

  static List<ContainerRun> of(History history, PodIdentity pod, String container) {
    var runs = new ContainerRuns();
    runs.readStatuses(history, pod, container);
    runs.readRuntime(history, pod, container);
    return runs.byId.entrySet().stream()
        .map(entry -> entry.getValue().run(entry.getKey()))
        .sorted(
            Comparator.comparing(ContainerRuns::position).thenComparing(ContainerRun::containerId))
        .toList();
  }

  private void readStatuses(History history, PodIdentity pod, String container) {
    for (var version : history.versionsOf(pod)) {
      version
          .snapshot()
          .container(container)
          .ifPresent(seen -> readStatus(seen, version.arrival()));
    }
  }

  private void readStatus(ContainerSnapshot seen, Instant arrival) {
    if (seen.stage() instanceof Running running) {
      sightings(seen.containerId()).startedByStatus(running.started(), arrival);
    }
    readTerminated(seen.stage(), arrival);
    readTerminated(seen.previous(), arrival);
  }

  private void readTerminated(ContainerStage stage, Instant arrival) {
    if (stage instanceof Terminated terminated && !terminated.containerId().isEmpty()) {
      var sightings = sightings(terminated.containerId());
      if (terminated.everRan()) {
        sightings.startedByStatus(terminated.started(), arrival);
      }
      sightings.exitedByStatus(terminated, arrival);
    }
  }

  private void readRuntime(History history, PodIdentity pod, String container) {
    history
        .all(ContainerNamed.class)
        .filter(named -> named.podUid().equals(pod.uid()) && named.container().equals(container))
        .forEach(named -> sightings(named.containerId()));
    history
        .all(RuntimeStarted.class)
        .filter(event -> byId.containsKey(event.containerId()))
        .forEach(
            event -> sightings(event.containerId()).started(Witness.RUNTIME, event.interval()));
    history
        .all(RuntimeExited.class)
        .filter(event -> byId.containsKey(event.containerId()))
        .forEach(event -> sightings(event.containerId()).exitedByRuntime(event));
    // A container that was made and neither started nor ended has not run.
    byId.values().removeIf(Sightings::isEmpty);
  }

  private Sightings sightings(String containerId) {
    return byId.computeIfAbsent(containerId, id -> new Sightings());
  }

  private static Instant position(ContainerRun run) {
    return run.started().or(run::exited).map(m -> m.interval().latest()).orElse(Instant.MAX);
  }

  /** What is said of one container ID while it is being gathered. */
  private static final class Sightings {
    private final List<Sighting> starts = new ArrayList<>();
    private final List<Sighting> exits = new ArrayList<>();
    private Optional<Exit> exit = Optional.empty();

    void startedByStatus(Interval stamp, Instant arrival) {
      byStatus(starts, stamp, arrival);
    }

    void exitedByStatus(Terminated terminated, Instant arrival) {
      byStatus(exits, terminated.finished(), arrival);
      exit = Optional.of(terminated.exit());
    }

    void started(Witness witness, Interval interval) {
      starts.add(new Sighting(witness, interval));
    }

    void exitedByRuntime(RuntimeExited event) {
      exits.add(new Sighting(Witness.RUNTIME, event.interval()));
      // The status tells the reason as well (OOMKilled), so it is kept where it is known.
      exit = exit.or(() -> Optional.of(Exit.withCode(event.exitCode())));
    }

    boolean isEmpty() {
      return starts.isEmpty() && exits.isEmpty();
    }

    ContainerRun run(String containerId) {
      return new ContainerRun(
          containerId,
          moment(starts).map(start -> start.asPart(new RunPart(containerId, Kind.START))),
          moment(exits).map(end -> end.asPart(new RunPart(containerId, Kind.EXIT))),
          exit);
    }

    private static void byStatus(List<Sighting> into, Interval stamp, Instant arrival) {
      if (!stamp.equals(Interval.UNKNOWN)) {
        addOnce(into, new Sighting(Witness.API, stamp));
      }
      addOnce(into, new Sighting(Witness.ARRIVAL, Interval.until(arrival)));
    }

    private static void addOnce(List<Sighting> into, Sighting sighting) {
      // The first arrival bounds best; an API stamp of one run does not change.
      if (into.stream().noneMatch(s -> s.witness() == sighting.witness())) {
        into.add(sighting);
      }
    }

    private static Optional<Moment> moment(List<Sighting> sightings) {
      return sightings.isEmpty() ? Optional.empty() : Optional.of(Moment.of(sightings));
    }
  }
}
