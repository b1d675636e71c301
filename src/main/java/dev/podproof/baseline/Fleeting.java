package dev.podproof.baseline;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.timeline.Mark;
import dev.podproof.timeline.PodLanes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whose readiness is chance: the kubelet looks at its containers once a second and writes what it
 * finds, so the API need not ever tell of a container that was ready for a moment.
 */
final class Fleeting {
  /** What took less in one run may take so much longer in another that it is seen there. */
  private static final double MOMENT = 2 * Noise.LEAST;

  private static final String READY = "Ready is ";

  private Fleeting() {}

  /** The containers of a pod, such as web/app, and the pod itself, of which that is so. */
  static Set<String> of(History history, PodLanes pod, String name) {
    var fleeting = new TreeSet<String>();
    for (var lane : pod.lanes()) {
      var runs = history.runsOf(pod.pod(), lane.container());
      if (lane.role() != ContainerRole.INIT && runs.stream().anyMatch(Fleeting::isShort)) {
        fleeting.add(name + "/" + lane.container());
      }
    }
    if (!fleeting.isEmpty() || isReadyForAMoment(pod.marks())) {
      fleeting.add(name);
    }
    return fleeting;
  }

  private static boolean isShort(ContainerRun run) {
    return lasted(run.started(), run.exited()) < MOMENT;
  }

  private static double lasted(Optional<Moment> started, Optional<Moment> exited) {
    return started.isPresent() && exited.isPresent()
        ? Seconds.between(started.get().interval().earliest(), exited.get().interval().latest())
        : Double.POSITIVE_INFINITY;
  }

  private static boolean isReadyForAMoment(List<Mark> marks) {
    var ready = marks.stream().filter(mark -> mark.words().startsWith(READY)).toList();
    return IntStream.range(1, ready.size())
        .filter(i -> ready.get(i - 1).words().startsWith(READY + "True"))
        .anyMatch(
            i ->
                Seconds.between(
                        ready.get(i - 1).interval().latest(), ready.get(i).interval().earliest())
                    < MOMENT);
  }

  /** Whether a milestone is of the readiness of one of them. */
  static boolean isOf(Set<String> fleeting, String what) {
    return fleeting.contains(Milestone.subject(what))
        && what.matches(".* (?:not )?ready(?: \\(\\d+\\))?");
  }
}
