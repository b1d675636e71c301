package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation.RuntimeExited;
import dev.podproof.lifecycle.Observation.RuntimeStarted;
import dev.podproof.lifecycle.PodSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the runtime says of the starts and exits that a status reports: nobody writes a status
 * before that of which it tells.
 */
final class Reported {
  private final Map<String, Instant> starts = new HashMap<>();
  private final Map<String, Instant> exits = new HashMap<>();

  private Reported(History history) {
    history
        .all(RuntimeStarted.class)
        .forEach(start -> starts.put(start.containerId(), start.interval().earliest()));
    history
        .all(RuntimeExited.class)
        .forEach(exit -> exits.put(exit.containerId(), exit.interval().earliest()));
  }

  static Reported in(History history) {
    return new Reported(history);
  }

  /** When the status can have been written; empty where it tells nothing that the runtime timed. */
  Optional<Interval> writtenAfter(PodSnapshot status) {
    return status.containers().stream()
        .flatMap(container -> latest(container).stream())
        .max(Comparator.naturalOrder())
        .map(last -> Interval.from(last.plusNanos(1)));
  }

  private Optional<Instant> latest(ContainerSnapshot container) {
    return Stream.of(container.stage(), container.previous())
        .flatMap(stage -> time(stage, container.containerId()).stream())
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> time(ContainerStage stage, String containerId) {
    return stage instanceof ContainerStage.Terminated ended
        ? Optional.ofNullable(exits.get(ended.containerId()))
        : stage instanceof ContainerStage.Running
            ? Optional.ofNullable(starts.get(containerId))
            : Optional.empty();
  }
}
