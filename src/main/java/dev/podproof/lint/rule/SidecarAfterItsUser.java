package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A sidecar that starts after the init container which needs it. */
final class SidecarAfterItsUser implements Rule {

  @Override
  public About about() {
    return new About(
        "sidecar-after-its-user",
        Severity.ERROR,
        Basis.PROVED,
        "Entries of spec.initContainers start in their order; an init container cannot reach a sidecar that is listed after it, nor an ordinary container.",
        "List the sidecar before the init container that needs it.",
        "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .of(ContainerRole.INIT)
        .flatMap(
            user ->
                workload.containers().stream()
                    .filter(server -> server.position() > user.position())
                    .flatMap(
                        server ->
                            user.usedPortOf(server).stream()
                                .map(
                                    port ->
                                        about()
                                            .at(
                                                server.value(),
                                                workload,
                                                server,
                                                "starts after init container "
                                                    + user.name()
                                                    + ", which speaks to its port "
                                                    + port))));
  }
}
