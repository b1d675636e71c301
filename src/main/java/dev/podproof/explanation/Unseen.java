package dev.podproof.explanation;

import java.util.List;

/** A pod that no scheduler has looked at: it has neither a node nor a condition PodScheduled. */
final class Unseen implements PodCause {
  @Override
  public List<Cause> in(Facts facts) {
    if (Json.text(facts.content(), "spec", "schedulerName").isEmpty()
        || facts.hasSandbox()
        || facts.pod().condition("PodScheduled").isPresent()
        || !facts.pod().phase().name().equals("Pending")
        || !Json.text(facts.content(), "spec", "nodeName").isEmpty()) {
      return List.of();
    }
    var scheduler = Json.text(facts.content(), "spec", "schedulerName");
    return List.of(
        new Cause(
            "pod "
                + facts.pod().pod().name()
                + "  no scheduler has looked at it; it asks for schedulerName "
                + scheduler,
            scheduler.equals("default-scheduler")
                ? "see whether the cluster's scheduler runs"
                : "see whether a scheduler named "
                    + scheduler
                    + " runs, or leave schedulerName out"));
  }
}
