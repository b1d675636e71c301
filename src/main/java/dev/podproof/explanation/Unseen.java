package dev.podproof.explanation;

import java.time.Duration;
import java.util.List;

/**
 * A pod that no scheduler has looked at: it has neither a node nor a condition PodScheduled. In its
 * first seconds that is so of every pod.
 */
final class Unseen implements PodCause {
  /** A scheduler looks at a pod within milliseconds, unless it has many. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Override
  public List<Cause> in(Facts facts) {
    if (Json.text(facts.content(), "spec", "schedulerName").isEmpty()
        || facts.hasSandbox()
        || facts.pod().condition("PodScheduled").isPresent()
        || !facts.pod().phase().name().equals("Pending")
        || !Json.text(facts.content(), "spec", "nodeName").isEmpty()
        || facts.age().compareTo(PATIENCE) < 0) {
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
