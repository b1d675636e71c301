package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** Two containers of a pod on the same port. */
final class PortCollision implements Rule {

  @Override
  public About about() {
    return new About(
        "port-collision",
        Severity.ERROR,
        Basis.PROVED,
        "All containers of a pod share one network; the second that binds a port fails, as the address is in use.",
        "Give each container a port of its own.",
        "https://kubernetes.io/docs/concepts/workloads/pods/#pod-networking");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .flatMap(
            second ->
                second.ports().stream()
                    .flatMap(
                        port ->
                            workload.containers().stream()
                                .filter(
                                    first ->
                                        first.staysUp() && first.position() < second.position())
                                .filter(
                                    first -> first.ports().stream().anyMatch(port::collidesWith))
                                .limit(1)
                                .map(
                                    first ->
                                        about()
                                            .at(
                                                port.value(),
                                                workload,
                                                second,
                                                "declares "
                                                    + port.protocol()
                                                    + " port "
                                                    + port.number()
                                                    + ", which "
                                                    + first.inWords()
                                                    + " has already"))));
  }
}
