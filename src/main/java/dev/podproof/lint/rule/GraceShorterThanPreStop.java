package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A preStop hook that takes as long as the pod may take to end. */
final class GraceShorterThanPreStop implements Rule {

  @Override
  public About about() {
    return new About(
        "grace-shorter-than-prestop",
        Severity.ERROR,
        Basis.PROVED,
        "The grace period counts from the deletion and includes the preStop hook; what is left after the hook, at least 2 s, is all that the process has before it is killed.",
        "Raise terminationGracePeriodSeconds above the hook plus the time that the process needs to end.",
        "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .filter(container -> container.preStopSeconds() > 0)
        .filter(container -> container.preStopSeconds() >= workload.gracePeriod())
        .map(
            container ->
                about()
                    .at(
                        container.value().at("lifecycle", "preStop"),
                        workload,
                        container,
                        "has a preStop hook of "
                            + container.preStopSeconds()
                            + " s, and the pod a grace period of "
                            + workload.gracePeriod()
                            + " s"));
  }
}
