package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Running;
import java.util.List;

/** A postStart hook that fails (event FailedPostStartHook) or does not end. */
final class PostStartFails implements ContainerCause {
  @Override
  public List<Cause> in(Facts facts, ContainerSnapshot container) {
    var hook = Json.at(facts.manifestOf(container), "lifecycle", "postStart");
    if (hook == null) {
      return List.of();
    }
    var head = container.role().inWords() + " " + container.name() + "  ";
    var command = facts.shortened(ProbeFails.action(hook), 70);
    var failures = facts.events("FailedPostStartHook", container, "");
    if (!failures.isEmpty()) {
      return List.of(
          new Cause(
              head
                  + "is killed because its postStart hook failed ("
                  + Facts.times(failures.size())
                  + "): "
                  + command,
              "run the hook by hand in the container, and mend it"));
    }
    // The kubelet reports the container as running only when the hook has ended.
    var hangs = facts.running(container).isPresent() && !(container.stage() instanceof Running);
    return hangs
        ? List.of(
            new Cause(
                head
                    + "runs"
                    + facts.runningFor(container)
                    + ", and is not reported as running: its postStart hook has not ended",
                "let the postStart hook end: " + command))
        : List.of();
  }
}
