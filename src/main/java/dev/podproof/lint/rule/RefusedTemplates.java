package dev.podproof.lint.rule;

import dev.podproof.lint.workload.Workload;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the API server refuses of the pods that a controller is to make (kubernetes/kubernetes,
 * pkg/apis/apps/validation and pkg/apis/batch/validation).
 *
 * @param about the rule that finds it
 */
record RefusedTemplates(About about, Workload workload) {
  private static final Set<String> KEEPS_RUNNING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController");

  Stream<Finding> found() {
    return Stream.concat(restartPolicy(), selector());
  }

  private Stream<Finding> restartPolicy() {
    var policy = workload.podSpec().at("restartPolicy");
    var always = policy.textOr("Always").equals("Always");
    if (workload.runsToCompletion() && always) {
      return Stream.of(
          about.at(policy, workload, "has restart policy Always; a Job takes OnFailure or Never"));
    }
    return KEEPS_RUNNING.contains(workload.kind()) && !always
        ? Stream.of(
            about.at(
                policy,
                workload,
                "has restart policy "
                    + policy.text()
                    + "; a "
                    + workload.kind()
                    + " takes Always alone"))
        : Stream.empty();
  }

  private Stream<Finding> selector() {
    var labels = workload.template().at("metadata", "labels");
    var wanted = workload.object().at("spec", "selector", "matchLabels");
    var lacking =
        wanted.fields().entrySet().stream()
            .filter(label -> !labels.at(label.getKey()).text().equals(label.getValue().text()))
            .map(label -> label.getKey() + "=" + label.getValue().text())
            .collect(Collectors.joining(", "));
    return KEEPS_RUNNING.contains(workload.kind()) && !lacking.isEmpty()
        ? Stream.of(
            about.at(wanted, workload, "selects " + lacking + ", which its pods do not have"))
        : Stream.empty();
  }
}
