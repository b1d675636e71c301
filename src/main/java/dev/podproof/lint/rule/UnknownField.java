package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A field that the API does not know. */
final class UnknownField implements Rule {
  static final Map<String, Class<?>> KINDS =
      Map.of(
          "Pod", io.fabric8.kubernetes.api.model.Pod.class,
          "ReplicationController", io.fabric8.kubernetes.api.model.ReplicationController.class,
          "Deployment", io.fabric8.kubernetes.api.model.apps.Deployment.class,
          "StatefulSet", io.fabric8.kubernetes.api.model.apps.StatefulSet.class,
          "DaemonSet", io.fabric8.kubernetes.api.model.apps.DaemonSet.class,
          "ReplicaSet", io.fabric8.kubernetes.api.model.apps.ReplicaSet.class,
          "Job", io.fabric8.kubernetes.api.model.batch.v1.Job.class,
          "CronJob", io.fabric8.kubernetes.api.model.batch.v1.CronJob.class);

  @Override
  public About about() {
    return new About(
        "unknown-field",
        Severity.ERROR,
        Basis.PROVED,
        "A field that is misspelled or stands in the wrong place has no effect: kubectl is refused by the API server, and other clients lose the field silently.",
        "Correct its name or its place.",
        "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return Optional.ofNullable(KINDS.get(workload.kind())).stream()
        .flatMap(type -> Schema.unknownIn(workload.object(), type))
        .map(
            unknown ->
                about()
                    .at(
                        unknown.value(),
                        workload,
                        "has a field that the API does not know: "
                            + unknown.path()
                            + unknown.meant()));
  }
}
