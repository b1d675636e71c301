package dev.podproof.explanation;

import dev.podproof.lifecycle.PodCondition;
import java.util.List;

/**
 * A pod that was thrown out: node pressure, its own limits, a taint, a drain, preemption (pod
 * status reason, and the reasons of condition DisruptionTarget; Kubernetes: pod disruption
 * conditions).
 */
final class Evicted implements PodCause {
  @Override
  public List<Cause> in(Facts facts) {
    var phase = facts.pod().phase();
    if (phase.reason().equals("Evicted")) {
      return List.of(
          new Cause(
              head(facts) + "was evicted: " + facts.shortened(phase.message(), 115),
              afterEviction(phase.message())));
    }
    return facts
        .pod()
        .condition("DisruptionTarget")
        .filter(PodCondition::holds)
        .map(
            disrupted ->
                List.of(
                    new Cause(
                        head(facts)
                            + disrupted.reason()
                            + ": "
                            + facts.shortened(disrupted.message(), 105),
                        afterDisruption(disrupted.reason()))))
        .orElse(List.of());
  }

  private static String head(Facts facts) {
    return "pod " + facts.pod().pod().name() + "  ";
  }

  // The kubelet's own words (k8s.io/kubernetes, pkg/kubelet/eviction/eviction_manager.go).
  private static String afterEviction(String message) {
    if (message.contains("EmptyDir volume")) {
      return "raise the volume's emptyDir.sizeLimit, or let its containers write less there";
    }
    if (message.contains("ephemeral local storage")) {
      return "raise resources.limits.ephemeral-storage, or write to a volume; logs count as well";
    }
    return "see what used the node's memory or disk; give the container requests that cover its use";
  }

  private static String afterDisruption(String reason) {
    return switch (reason) {
      case "DeletionByTaintManager" ->
          "see the node's NoExecute taints (kubectl describe node); give the pod a toleration, or take the taint off";
      case "PreemptionByScheduler" ->
          "see which pod of higher priority took its place; give this one a priorityClassName, or add a node";
      case "EvictionByEvictionAPI" ->
          "see who asked for the eviction, such as kubectl drain of its node; a PodDisruptionBudget limits how many may go at once";
      case "DeletionByPodGC" -> "see whether its node is gone or out of service";
      default ->
          "see what used the node's memory or disk; give the container requests that cover its use";
    };
  }
}
