package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** Stops that fit into the grace period one by one, but not one after the other. */
final class GraceShorterThanSidecarStops implements Rule {

  @Override
  public About about() {
    return new About(
        "grace-shorter-than-sidecar-stops",
        Severity.WARNING,
        Basis.ADVICE,
        "Sidecars are stopped after the app and one after the other, in the reverse order of their start, all within one grace period.",
        "Raise terminationGracePeriodSeconds above the sum, or shorten the hooks.",
        "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ and KEP-753");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    var apps =
        workload.of(ContainerRole.APP).mapToLong(PodContainer::preStopSeconds).max().orElse(0);
    var sidecars = workload.of(ContainerRole.SIDECAR).mapToLong(PodContainer::preStopSeconds).sum();
    var longest =
        workload.containers().stream().mapToLong(PodContainer::preStopSeconds).max().orElse(0);
    var grace = workload.gracePeriod();
    return sidecars > 0 && apps + sidecars >= grace && longest < grace
        ? Stream.of(
            about()
                .at(
                    workload.podSpec(),
                    workload,
                    "needs "
                        + (apps + sidecars)
                        + " s for its preStop hooks (app "
                        + apps
                        + " s, then sidecars "
                        + sidecars
                        + " s), and has a grace period of "
                        + grace
                        + " s"))
        : Stream.empty();
  }
}
