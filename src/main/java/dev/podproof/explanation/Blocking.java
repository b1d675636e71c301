package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import java.util.List;
import java.util.stream.Stream;

/** What keeps a pod from going on, the nearest cause first. */
final class Blocking {
  /** All that hold are told, in this order. */
  private static final List<PodCause> OF_THE_POD =
      List.of(
          new Terminating(),
          new Evicted(),
          new Ended(),
          new Unseen(),
          new Unscheduled(),
          new SandboxFails(),
          new VolumeMissing(),
          new JobKeptAlive(),
          new GateUnset());

  /** Of each container the first that holds is told: an earlier one explains the later. */
  private static final List<ContainerCause> OF_A_CONTAINER =
      List.of(
          new ImageMissing(),
          new ConfigMissing(),
          new CommandFails(),
          new PostStartFails(),
          new MemoryExceeded(),
          new ProbeFails.Liveness(),
          new ProbeFails.Startup(),
          new EarlierInitRuns(),
          new ContainerFails(),
          new ProbeFails.Readiness());

  private Blocking() {}

  static List<Cause> chain(Facts facts) {
    var ofThePod = OF_THE_POD.stream().map(cause -> cause.in(facts)).flatMap(List::stream);
    var ofContainers =
        facts.pod().containers().stream()
            .filter(container -> container.role() != ContainerRole.EPHEMERAL)
            .flatMap(
                container ->
                    OF_A_CONTAINER.stream()
                        .map(cause -> cause.in(facts, container))
                        .filter(causes -> !causes.isEmpty())
                        .findFirst()
                        .stream())
            .flatMap(List::stream);
    return Stream.concat(ofThePod, ofContainers).distinct().toList();
  }
}
