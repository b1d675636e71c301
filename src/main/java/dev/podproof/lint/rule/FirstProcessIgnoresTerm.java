package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.Set;
import java.util.stream.Stream;

/** A program as PID 1 that has no handler for TERM. */
final class FirstProcessIgnoresTerm implements Rule {
  private static final Set<String> WITHOUT_HANDLER = Set.of("tail", "sleep");

  @Override
  public About about() {
    return new About(
        "pid1-ignores-term",
        Severity.WARNING,
        Basis.PROVED,
        "The kernel gives PID 1 no signal that it has no handler for; tail and sleep have none for TERM, so the container is killed when the grace period is over.",
        "Let a shell with a trap be PID 1: trap 'exit 0' TERM; PROGRAM & wait $!",
        "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination and kill(2)");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .endedBySignals()
        .filter(container -> !container.script().shellStaysFirst() && !container.script().traps())
        .filter(container -> WITHOUT_HANDLER.contains(container.script().lastProgram()))
        .map(
            container ->
                about()
                    .at(
                        container.value(),
                        workload,
                        container,
                        "runs "
                            + container.script().lastProgram()
                            + " as PID 1, which ignores TERM"));
  }
}
