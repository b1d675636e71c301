package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A startup probe that gives no more time than the liveness probe. */
final class StartupAsStrictAsLiveness implements Rule {

  @Override
  public About about() {
    return new About(
        "startup-as-strict-as-liveness",
        Severity.WARNING,
        Basis.PROVED,
        "A startup probe is there to give a slow start more time than liveness would; one with the same patience kills the container just as early.",
        "Raise failureThreshold of the startup probe to the slowest start that is acceptable.",
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .flatMap(
            container ->
                container.patience("startupProbe").stream()
                    .flatMap(
                        startup ->
                            container.patience("livenessProbe").stream()
                                .filter(live -> startup.compareTo(live) <= 0)
                                .map(
                                    live ->
                                        about()
                                            .at(
                                                container.value().at("startupProbe"),
                                                workload,
                                                container,
                                                "has "
                                                    + startup.toSeconds()
                                                    + " s to start, no more than the "
                                                    + live.toSeconds()
                                                    + " s that liveness gives"))));
  }
}
