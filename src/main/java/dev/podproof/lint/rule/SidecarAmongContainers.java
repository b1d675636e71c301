package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A sidecar that was put among the ordinary containers. */
final class SidecarAmongContainers implements Rule {

  @Override
  public About about() {
    return new About(
        "sidecar-among-containers",
        Severity.ERROR,
        Basis.PROVED,
        "restartPolicy Always makes a sidecar of an init container only; an ordinary container with it starts after all init containers and is stopped together with the app.",
        "Move the container to spec.initContainers, before whatever needs it.",
        "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ and KEP-753");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .of(ContainerRole.APP)
        .filter(app -> app.value().at("restartPolicy").text().equals("Always"))
        .map(
            app ->
                about()
                    .at(
                        app.value().at("restartPolicy"),
                        workload,
                        app,
                        "has restartPolicy Always, but stands in spec.containers"));
  }
}
