package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** An init container that waits in a loop which only the awaited thing ends. */
final class InitWaitsForever implements Rule {

  @Override
  public About about() {
    return new About(
        "init-waits-forever",
        Severity.WARNING,
        Basis.PROVED,
        "An init container that does not end keeps its pod Pending for as long; nothing restarts it, and nothing reports it as failed.",
        "Bound the loop with a counter (for i in $(seq 60); do CONDITION && exit 0; sleep 2; done; exit 1) so that the init container fails and is reported, or set activeDeadlineSeconds on a Job.",
        "https://kubernetes.io/docs/concepts/workloads/pods/init-containers/");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .of(ContainerRole.INIT)
        .filter(init -> !workload.hasDeadline())
        .flatMap(
            init ->
                init.waitWithoutLimit().stream()
                    .map(
                        condition ->
                            about()
                                .at(
                                    init.value(),
                                    workload,
                                    init,
                                    "waits without a limit for: " + condition)));
  }
}
