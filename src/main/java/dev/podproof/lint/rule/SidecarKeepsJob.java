package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A container of a Job that never ends beside the one that does the work. */
final class SidecarKeepsJob implements Rule {
  private static final Pattern KNOWN =
      Pattern.compile(
          "cloud-sql-proxy|cloudsql-docker/gce-proxy|istio/proxyv2|linkerd/proxy|envoyproxy/envoy"
              + "|hashicorp/vault|fluent/fluent-bit|fluent/fluentd|filebeat|daprio/daprd|telegraf");

  @Override
  public About about() {
    return new About(
        "sidecar-keeps-job",
        Severity.ERROR,
        Basis.PROVED,
        "A Job is complete when all ordinary containers of its pod have ended; one that never ends keeps it running for ever.",
        "Make it a native sidecar: move it to spec.initContainers with restartPolicy Always.",
        "https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    if (!workload.runsToCompletion() || workload.of(ContainerRole.APP).count() < 2) {
      return Stream.empty();
    }
    return workload
        .of(ContainerRole.APP)
        .filter(app -> app.script().endless() || KNOWN.matcher(app.image()).find())
        .map(
            app ->
                about()
                    .at(
                        app.value(),
                        workload,
                        app,
                        "never ends by itself, so the Job never completes"));
  }
}
