package dev.podproof.namespace;

import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.Clusters;
import dev.podproof.cluster.TestCluster;
import dev.podproof.settings.ClusterChoice;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a scenario applied does not run on after it, whoever owns it. */
@Timeout(180)
class ScenarioNamespaceIT {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

  /** A number that no other process on the node has among its arguments. */
  private static final String PROCESSES =
      "grep -al '7[7]77' /proc/[0-9]*/cmdline 2>/dev/null | wc -l";

  // The first process of a container ignores SIGTERM, so it would run for its whole grace period.
  private static final String POD_SPEC =
      "{containers: [{name: app, image: busybox, command: [sleep, '7777']}]%s}";

  @Test
  void five_seconds_after_its_end_nothing_of_a_scenario_runs() throws Exception {
    var auto = TestCluster.settings(new ClusterChoice.Auto());
    try (var cluster = Clusters.obtain(auto, line -> {})) {
      var namespace = ScenarioNamespace.of(cluster, "ends");
      namespace.create();
      objects().forEach(namespace::apply);
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> then(running(cluster)).isEqualTo("9"));

      namespace.close();

      await().pollDelay(GONE_WITHIN).atMost(GONE_WITHIN.plusSeconds(5)).until(() -> true);
      then(running(cluster)).isEqualTo("0");
      then(cluster.client().pods().inNamespace("ends").list().getItems()).isEmpty();
    }
  }

  private static String running(Cluster cluster) throws Exception {
    return TestCluster.answerOf(cluster, PROCESSES);
  }

  private static List<GenericKubernetesResource> objects() {
    return List.of(
        object("v1", "Pod", POD_SPEC.formatted("")),
        object("apps/v1", "Deployment", replicated(2)),
        object("apps/v1", "ReplicaSet", replicated(2)),
        object("apps/v1", "StatefulSet", replicated(1)),
        object("apps/v1", "DaemonSet", "{" + selected() + "}"),
        object(
            "batch/v1",
            "Job",
            "{parallelism: 2, completions: 2, template: {spec: "
                + POD_SPEC.formatted(", restartPolicy: Never")
                + "}}"));
  }

  private static String replicated(int replicas) {
    return "{replicas: " + replicas + ", " + selected() + "}";
  }

  private static String selected() {
    return "selector: {matchLabels: {app: KIND}}, template: {metadata: {labels: {app: KIND}}, spec: "
        + POD_SPEC.formatted("")
        + "}";
  }

  private static GenericKubernetesResource object(String apiVersion, String kind, String spec) {
    var name = kind.toLowerCase(java.util.Locale.ROOT);
    return Serialization.unmarshal(
        "apiVersion: %s\nkind: %s\nmetadata: {name: %s}\nspec: %s\n"
            .formatted(apiVersion, kind, name, spec.replace("KIND", name)),
        GenericKubernetesResource.class);
  }
}
