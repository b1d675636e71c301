package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A shell as PID 1 that hands no TERM on. */
final class ShellWithoutExec implements Rule {

  @Override
  public About about() {
    return new About(
        "shell-without-exec",
        Severity.WARNING,
        Basis.PROVED,
        "TERM goes to PID 1 alone. A shell in that place neither ends by it nor hands it on, so the container is killed when the grace period is over.",
        "End the script with exec PROGRAM, or set a trap: trap 'exit 0' TERM; PROGRAM & wait $!",
        "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .endedBySignals()
        .filter(container -> container.script().shellStaysFirst())
        .map(
            container ->
                about()
                    .at(
                        container.value(),
                        workload,
                        container,
                        "runs a shell as PID 1 that neither traps TERM nor execs its last command"));
  }
}
