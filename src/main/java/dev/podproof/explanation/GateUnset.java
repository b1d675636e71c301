package dev.podproof.explanation;

import dev.podproof.lifecycle.PodCondition;
import java.util.List;

/** A pod all of whose containers are ready, and a readiness gate of which is not True. */
final class GateUnset implements PodCause {
  @Override
  public List<Cause> in(Facts facts) {
    if (facts.pod().holds("Ready") || !facts.pod().holds("ContainersReady")) {
      return List.of();
    }
    return Json.list(facts.content(), "spec", "readinessGates")
        .map(gate -> Json.text(gate, "conditionType"))
        .filter(type -> !facts.pod().holds(type))
        .map(type -> cause(facts, type))
        .toList();
  }

  private static Cause cause(Facts facts, String type) {
    var status =
        facts
            .pod()
            .condition(type)
            .map(PodCondition::status)
            .map(is -> "is " + is)
            .orElse("was never set");
    return new Cause(
        "readiness gate "
            + type
            + "  "
            + status
            + "; all containers of pod "
            + facts.pod().pod().name()
            + " are ready",
        "see the controller that is to set the condition " + type + " in the pod's status");
  }
}
