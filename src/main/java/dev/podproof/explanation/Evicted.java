package dev.podproof.explanation;

import java.util.List;

/** A pod that the node threw out: node pressure, preemption, a drain (pod status reason). */
final class Evicted implements PodCause {
  @Override
  public List<Cause> in(Facts facts) {
    var phase = facts.pod().phase();
    var disrupted = facts.pod().condition("DisruptionTarget").filter(c -> c.holds());
    if (phase.reason().equals("Evicted")) {
      return List.of(cause(facts, "was evicted: " + phase.message()));
    }
    return disrupted
        .map(c -> List.of(cause(facts, c.reason() + ": " + c.message())))
        .orElse(List.of());
  }

  private static Cause cause(Facts facts, String why) {
    return new Cause(
        "pod " + facts.pod().pod().name() + "  " + facts.shortened(why, 130),
        "see what used the node's memory or disk; give the container requests that cover its use");
  }
}
