package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.List;
import java.util.stream.Stream;

/** A probe that asks the port of another container. */
final class ProbeOfAnotherContainer implements Rule {
  private static final List<String> PROBES =
      List.of("startupProbe", "livenessProbe", "readinessProbe");
  private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket", "grpc");

  @Override
  public About about() {
    return new About(
        "probe-of-another-container",
        Severity.WARNING,
        Basis.PROVED,
        "A probe by HTTP, TCP or gRPC goes to the address of the pod, and whichever container listens there answers for the one that has the probe.",
        "Move the probe to the container that serves the port, or correct the port.",
        "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .flatMap(container -> PROBES.stream().flatMap(probe -> check(workload, container, probe)));
  }

  private Stream<Finding> check(Workload workload, PodContainer container, String probe) {
    return HANDLERS.stream()
        .map(handler -> container.value().at(probe, handler, "port"))
        .filter(port -> port.number().isPresent())
        .filter(port -> !declares(container, port.number().getAsLong()))
        .flatMap(
            port ->
                workload.containers().stream()
                    .filter(other -> declares(other, port.number().getAsLong()))
                    .limit(1)
                    .map(
                        other ->
                            about()
                                .at(
                                    port,
                                    workload,
                                    container,
                                    "has a "
                                        + probe
                                        + " on port "
                                        + port.text()
                                        + ", which "
                                        + other.inWords()
                                        + " serves")));
  }

  private static boolean declares(PodContainer container, long port) {
    return container.ports().stream().anyMatch(one -> one.number() == port);
  }
}
