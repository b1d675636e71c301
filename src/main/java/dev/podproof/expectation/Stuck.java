package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Waiting;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * States in which waiting on makes no sense.
 *
 * <p>Some end a wait at once, since nothing can mend them; others only after some patience, since a
 * controller or a person could. The reasons are the kubelet's (k8s.io/kubernetes,
 * pkg/kubelet/images/types.go and pkg/kubelet/kuberuntime) and the scheduler's.
 */
final class Stuck {
  private static final Set<String> FOR_GOOD = Set.of("InvalidImageName");
  private static final Set<String> UNTIL_MENDED =
      Set.of(
          "ErrImagePull",
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "CreateContainerConfigError",
          "CreateContainerError");

  /**
   * What the kubelet puts right by itself: its own limit of pulls a second (registryPullQPS), a
   * lost sandbox, which it makes anew, and a runtime that is too slow for it, whose earlier attempt
   * may still hold the container's name (containerd, internal/cri/server, container_create.go).
   */
  private static final List<String> PASSING =
      List.of(
          "pull QPS exceeded", "is not running", "is reserved for", "context deadline exceeded");

  private Stuck() {}

  /** Why the milestone is not worth waiting for; empty where it is. */
  static Optional<String> of(Milestone milestone, History history, AsOf asOf) {
    if (!milestone.needsRunningContainers()) {
      return Optional.empty();
    }
    return milestone.ofGroup().isPresent()
        ? of(milestone.ofGroup().get(), history, asOf)
        : milestone
            .pod()
            .flatMap(
                ref ->
                    ref.in(history) instanceof PodRef.Found.One one
                        ? of(history, one.pod(), asOf)
                        : Optional.empty());
  }

  // Of all pods one that is stuck is enough; of a number, so many that the others are too few.
  private static Optional<String> of(PodGroup group, History history, AsOf asOf) {
    var present =
        group.pods().all(history).stream().filter(pod -> history.gone(pod).isEmpty()).toList();
    var stuck = new LinkedHashMap<PodIdentity, String>();
    present.forEach(pod -> of(history, pod, asOf).ifPresent(why -> stuck.put(pod, why)));
    var others = present.size() - stuck.size();
    var matters =
        group
            .amount()
            .map(wanted -> wanted.kind() != Amount.Kind.AT_MOST && others < wanted.number())
            .orElse(true);
    return stuck.entrySet().stream()
        .filter(one -> matters)
        .findFirst()
        .map(one -> "of pod " + one.getKey().name() + ", " + one.getValue());
  }

  private static Optional<String> of(History history, PodIdentity pod, AsOf asOf) {
    return history
        .latest(pod)
        .flatMap(latest -> forGood(latest).or(() -> untilMended(history, pod, latest, asOf)));
  }

  private static Optional<String> forGood(PodSnapshot pod) {
    return waiting(pod, FOR_GOOD).map(container -> words(container) + "; nothing will mend that");
  }

  private static Optional<String> untilMended(
      History history, PodIdentity pod, PodSnapshot latest, AsOf asOf) {
    var container = waiting(latest, UNTIL_MENDED);
    if (container.isPresent()) {
      var since = since(history, pod, version -> waiting(version, UNTIL_MENDED).isPresent());
      return presumed(words(container.get()), since, asOf);
    }
    return unschedulable(latest)
        .flatMap(
            condition ->
                presumed(
                    "the pod is unschedulable: " + condition.message(),
                    since(history, pod, version -> unschedulable(version).isPresent()),
                    asOf));
  }

  private static Optional<PodCondition> unschedulable(PodSnapshot pod) {
    return pod.condition("PodScheduled")
        .filter(condition -> condition.reason().equals("Unschedulable"));
  }

  private static Optional<String> presumed(String words, Instant since, AsOf asOf) {
    var lasted = Duration.between(since, asOf.now());
    // What the scenario did since then may be what mends it.
    var acted = since.isBefore(asOf.lastAction());
    return acted || lasted.compareTo(asOf.patience()) < 0
        ? Optional.empty()
        : Optional.of(
            words + " for " + RelativeTime.seconds(lasted) + "; presumably nothing will mend that");
  }

  private static Instant since(
      History history, PodIdentity pod, java.util.function.Predicate<PodSnapshot> holds) {
    var since = Instant.MAX;
    for (PodSeen version : history.versionsOf(pod)) {
      if (!holds.test(version.snapshot())) {
        since = Instant.MAX;
      } else if (since.equals(Instant.MAX)) {
        since = version.arrival();
      }
    }
    return since;
  }

  private static Optional<ContainerSnapshot> waiting(PodSnapshot pod, Set<String> reasons) {
    return pod.containers().stream()
        .filter(
            c ->
                c.stage() instanceof Waiting w
                    && reasons.contains(w.reason())
                    && PASSING.stream().noneMatch(w.message()::contains))
        .findFirst();
  }

  private static String words(ContainerSnapshot container) {
    var waiting = (Waiting) container.stage();
    var message = waiting.message().isEmpty() ? "" : ": " + waiting.message();
    return "container " + container.name() + " was " + waiting.inWords() + message;
  }
}
