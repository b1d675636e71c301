package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A sidecar that others speak to, and that nothing holds them back for. */
final class SidecarWithoutStartupProbe implements Rule {

  @Override
  public About about() {
    return new About(
        "sidecar-without-startup-probe",
        Severity.WARNING,
        Basis.PROVED,
        "A sidecar without a startup probe counts as started as soon as its process runs; what comes after it may speak to it before it listens.",
        "Give the sidecar a startupProbe (or a postStart hook that waits), or let the user of its port wait for it.",
        "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/ and KEP-753");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .of(ContainerRole.SIDECAR)
        .filter(sidecar -> !sidecar.value().at("startupProbe").present())
        .filter(sidecar -> !sidecar.value().at("lifecycle", "postStart").present())
        .flatMap(sidecar -> users(workload, sidecar));
  }

  private Stream<Finding> users(Workload workload, PodContainer sidecar) {
    return workload.containers().stream()
        .filter(user -> user.position() > sidecar.position() && !user.script().waits())
        .flatMap(
            user ->
                user.usedPortOf(sidecar).stream()
                    .map(
                        port ->
                            about()
                                .at(
                                    sidecar.value(),
                                    workload,
                                    sidecar,
                                    "has no startup probe, and "
                                        + user.inWords()
                                        + " speaks to its port "
                                        + port)))
        .limit(1);
  }
}
