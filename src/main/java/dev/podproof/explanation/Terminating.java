package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod that was deleted and is still there. Its deletion timestamp is when the grace period ends,
 * not when it began (Kubernetes API: ObjectMeta.deletionTimestamp).
 */
final class Terminating implements PodCause {
  @Override
  public List<Cause> in(Facts facts) {
    var ends = Json.text(facts.content(), "metadata", "deletionTimestamp");
    if (ends.isEmpty()) {
      return List.of();
    }
    var grace = Json.text(facts.content(), "metadata", "deletionGracePeriodSeconds");
    var causes = new ArrayList<Cause>();
    facts.pod().containers().stream()
        .filter(container -> container.stage() instanceof Running)
        .forEach(container -> causes.add(running(facts, container, grace, Instant.parse(ends))));
    Json.list(facts.content(), "metadata", "finalizers")
        .forEach(
            finalizer ->
                causes.add(
                    new Cause(
                        "pod " + facts.pod().pod().name() + "  is kept by finalizer " + finalizer,
                        "let the controller of " + finalizer + " remove it, or remove it")));
    return causes;
  }

  private static Cause running(
      Facts facts, ContainerSnapshot container, String grace, Instant end) {
    var left =
        facts.now().isBefore(end)
            ? "to be killed at " + facts.at(end)
            : "overdue for " + facts.since(end);
    var hook = Json.at(facts.manifestOf(container), "lifecycle", "preStop");
    if (hook != null) {
      return new Cause(
          container.role().inWords()
              + " "
              + container.name()
              + "  still runs: its preStop hook ("
              + facts.shortened(ProbeFails.action(hook), 50)
              + ") has not ended, or it ignores TERM, which comes after; "
              + period(grace)
              + left,
          "see whether the hook still runs (kubectl exec "
              + facts.pod().pod().name()
              + " -c "
              + container.name()
              + " -- ps), and let it end");
    }
    return new Cause(
        container.role().inWords()
            + " "
            + container.name()
            + "  has not ended on its stop signal; "
            + period(grace)
            + left,
        "let "
            + container.name()
            + " end on TERM (a shell as process 1 ignores it without a trap: "
            + facts.command(container)
            + "), or shorten terminationGracePeriodSeconds");
  }

  private static String period(String seconds) {
    return seconds.isEmpty() ? "" : "grace period " + seconds + "s, ";
  }
}
