package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The order in which one pod's statuses report a milestone and a container's first start, where
 * stamps in whole seconds leave it open.
 *
 * <p>The kubelet lists a pod's containers, then reads each one's state, and writes both into one
 * status (kubernetes/kubernetes, pkg/kubelet/kuberuntime, getPodContainerStatuses). A status that
 * has the milestone and does not have the container started was therefore written by somebody who
 * saw no such container before he saw the milestone. Exits of two containers are not ordered so:
 * their states are read one after the other.
 */
final class StatusOrder {
  private StatusOrder() {}

  /** Whether a status reports the milestone while the container had never started. */
  static boolean showsFirst(History history, Milestone milestone, Milestone start) {
    // The runtime, where it is heard, knows better.
    return !history.listening().runtime()
        && start instanceof ContainerStarts starts
        && starts.nth() == 1
        && versionsOfBoth(history, milestone, start)
            .map(
                versions ->
                    versions.stream()
                        .map(PodSeen::snapshot)
                        .anyMatch(
                            pod ->
                                reported(milestone).filter(test -> test.test(pod)).isPresent()
                                    && pod.container(starts.container().name())
                                        .filter(container -> !hasStarted(container))
                                        .isPresent()))
            .orElse(false);
  }

  private static Optional<List<PodSeen>> versionsOfBoth(
      History history, Milestone one, Milestone other) {
    var first = one.pod().map(ref -> ref.in(history));
    var second = other.pod().map(ref -> ref.in(history));
    return first.isPresent()
            && first.equals(second)
            && first.get() instanceof PodRef.Found.One found
        ? Optional.of(history.versionsOf(found.pod()))
        : Optional.empty();
  }

  private static Optional<Predicate<PodSnapshot>> reported(Milestone milestone) {
    if (milestone instanceof ContainerStarts starts && starts.nth() == 1) {
      return Optional.of(
          pod ->
              pod.container(starts.container().name()).filter(StatusOrder::hasStarted).isPresent());
    }
    if (milestone instanceof ContainerExits exits && exits.nth() == 1) {
      return Optional.of(
          pod ->
              pod.container(exits.container().name())
                  .filter(container -> hasExited(container, exits.match()))
                  .isPresent());
    }
    return Optional.empty();
  }

  private static boolean hasStarted(ContainerSnapshot container) {
    return container.restarts() > 0
        || container.stage() instanceof ContainerStage.Running
        || (container.stage() instanceof ContainerStage.Terminated terminated
            && terminated.everRan());
  }

  private static boolean hasExited(ContainerSnapshot container, ExitMatch match) {
    return Stream.of(container.stage(), container.previous())
        .anyMatch(
            stage ->
                stage instanceof ContainerStage.Terminated terminated
                    && match.matches(terminated.exit()));
  }
}
