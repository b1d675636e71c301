package dev.podproof.baseline;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.Moment;
import dev.podproof.timeline.Mark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Being ready for so short a time that it is chance whether the API ever tells of it: the kubelet
 * looks at its containers once a second, and writes what it finds.
 */
final class Fleeting {
  private static final String READY = "Ready is ";

  private Fleeting() {}

  /** The marks of a pod that becomes ready, and not ready right after it. */
  static Set<Mark> of(List<Mark> marks) {
    var ready = marks.stream().filter(mark -> mark.words().startsWith(READY)).toList();
    return IntStream.range(1, ready.size())
        .filter(i -> ready.get(i - 1).words().startsWith(READY + "True"))
        .filter(
            i ->
                Seconds.between(
                        ready.get(i - 1).interval().latest(), ready.get(i).interval().earliest())
                    < Noise.LEAST)
        .boxed()
        .flatMap(i -> Stream.of(ready.get(i - 1), ready.get(i)))
        .collect(Collectors.toSet());
  }

  /** Whether the first run of a container ended right after its start. */
  static boolean isFirstRun(List<ContainerRun> runs) {
    return runs.stream()
        .findFirst()
        .filter(run -> lasted(run.started(), run.exited()) < Noise.LEAST)
        .isPresent();
  }

  private static double lasted(Optional<Moment> started, Optional<Moment> exited) {
    return started.isPresent() && exited.isPresent()
        ? Seconds.between(started.get().interval().earliest(), exited.get().interval().latest())
        : Double.POSITIVE_INFINITY;
  }
}
