package dev.podproof.explanation;

import java.util.List;
import java.util.Set;

/**
 * A pod that failed as a whole, for a reason of its own: its deadline, or a node that did not admit
 * it (pod status reason; k8s.io/kubernetes, pkg/kubelet/active_deadline.go and
 * lifecycle/predicate.go).
 */
final class Ended implements PodCause {
  private static final Set<String> OTHERS = Set.of("", "Evicted");

  @Override
  public List<Cause> in(Facts facts) {
    var phase = facts.pod().phase();
    if (!phase.name().equals("Failed") || OTHERS.contains(phase.reason())) {
      return List.of();
    }
    var head = "pod " + facts.pod().pod().name() + "  has failed: ";
    if (phase.reason().equals("DeadlineExceeded")) {
      return List.of(
          new Cause(
              head + "DeadlineExceeded" + limit(facts),
              "raise activeDeadlineSeconds, or see what took so long"));
    }
    return List.of(
        new Cause(
            head + phase.reason() + ": " + facts.shortened(phase.message(), 100),
            "the node did not take it; see what it has left (kubectl describe node)"));
  }

  private static String limit(Facts facts) {
    var seconds = Json.text(facts.content(), "spec", "activeDeadlineSeconds");
    return seconds.isEmpty() ? "" : ", it may run for activeDeadlineSeconds: " + seconds;
  }
}
