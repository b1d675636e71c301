package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.ServiceAddress;
import dev.podproof.lint.workload.Workload;
import java.util.Optional;
import java.util.stream.Stream;

/** An init container that waits for a Service which no manifest has. */
final class WaitForUnknownService implements Rule {

  @Override
  public About about() {
    return new About(
        "wait-for-unknown-service",
        Severity.WARNING,
        Basis.PROVED,
        "The name of a Service resolves only where the Service exists, and only its declared ports are answered; until then the pod stays Pending.",
        "Correct name or port, or lint the manifest of the Service together with this one.",
        "https://kubernetes.io/docs/concepts/services-networking/service/");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .of(ContainerRole.INIT)
        .flatMap(
            init ->
                ServiceAddress.of(init, all).stream()
                    .flatMap(
                        address ->
                            missing(address, all).stream()
                                .map(
                                    lack ->
                                        about()
                                            .at(
                                                init.value(),
                                                workload,
                                                init,
                                                "waits for " + address.inWords() + ", " + lack))))
        // Where no Service was read at all, they may stand in a file that was not given.
        .map(found -> all.services().findAny().isPresent() ? found : found.as(Severity.INFO));
  }

  private static Optional<String> missing(ServiceAddress address, ManifestSet all) {
    var service = all.service(address.name());
    if (service.isEmpty()) {
      return Optional.of("but no Service of that name was read");
    }
    var ports =
        service.get().at("spec", "ports").items().stream()
            .map(port -> port.at("port").text())
            .toList();
    return address.port().isEmpty() || ports.contains(address.port())
        ? Optional.empty()
        : Optional.of("but the Service has port " + String.join(", ", ports));
  }
}
