package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.Amount;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** An init container that asks for more than the app ever needs. */
final class InitDominatesRequest implements Rule {

  @Override
  public About about() {
    return new About(
        "init-dominates-request",
        Severity.INFO,
        Basis.ADVICE,
        "A pod reserves the larger of what its app containers ask together and what any init container asks, for its whole life.",
        "Lower the request of the init container, or accept that the difference stays reserved.",
        "https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return Stream.of("cpu", "memory").flatMap(resource -> check(workload, resource));
  }

  private Stream<Finding> check(Workload workload, String resource) {
    var apps =
        workload
            .of(ContainerRole.APP)
            .map(app -> request(app, resource))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return workload
        .of(ContainerRole.INIT)
        .filter(init -> apps.signum() > 0 && request(init, resource).compareTo(apps) > 0)
        .map(
            init ->
                about()
                    .at(
                        init.value().at("resources"),
                        workload,
                        init,
                        "requests "
                            + init.value().at("resources", "requests", resource).text()
                            + " "
                            + resource
                            + ", more than all app containers together"));
  }

  private static BigDecimal request(PodContainer container, String resource) {
    return Amount.of(container.value().at("resources", "requests", resource)).orZero();
  }
}
