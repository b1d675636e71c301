package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerStarts;
import dev.podproof.expectation.PodReady;
import dev.podproof.expectation.PodRef;
import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said of a pod that has no node, of its first seconds on. */
class PlacementTest {
  private static List<String> blocked(Histories pod, int second) {
    return Explanation.ofPod(
            pod.history(), pod.history().pods().get(0), at(second), UnaryOperator.identity())
        .blocked();
  }

  private static Histories made(String creation) {
    return aPod("app")
        .shows(
            Map.of(
                "metadata",
                Map.of("creationTimestamp", creation),
                "spec",
                Map.of("schedulerName", "default-scheduler")));
  }

  @Test
  void a_pod_that_was_made_a_moment_ago_is_not_said_to_be_overlooked_by_the_scheduler() {
    var pod = made(at(2).toString());

    then(blocked(pod, 6)).noneMatch(line -> line.contains("scheduler"));
    then(blocked(pod, 7))
        .containsExactly(
            "pod web  no scheduler has looked at it; it asks for schedulerName default-scheduler");
  }

  @Test
  void a_selector_that_fits_a_node_is_not_said_to_fit_none() {
    var pod =
        aPod("app")
            .has(
                "PodScheduled",
                "False",
                "Unschedulable",
                "0/2 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, 1 node(s) had untolerated taint(s).")
            .shows(Map.of("spec", Map.of("nodeSelector", Map.of("pool", "gpu"))))
            .object("Node", "plain", Map.of("metadata", Map.of("labels", Map.of("os", "linux"))))
            .object(
                "Node",
                "tainted",
                Map.of(
                    "metadata",
                    Map.of("labels", Map.of("pool", "gpu")),
                    "spec",
                    Map.of(
                        "taints",
                        List.of(Map.of("key", "gpu", "value", "only", "effect", "NoSchedule")))));

    then(blocked(pod, 9))
        .hasSize(2)
        .element(1)
        .isEqualTo("taint gpu=only:NoSchedule  is not tolerated by the pod");
  }

  @Test
  void a_network_that_cannot_be_set_up_is_told_without_what_the_kubelet_puts_around_it() {
    var pod =
        aPod("app")
            .has("PodScheduled", "True", "", "")
            .reports(
                "FailedCreatePodSandBox",
                "",
                "Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox \""
                    + "0".repeat(64)
                    + "\": reading pod bandwidth annotations: resource is unreasonably small (< 1kbit)");

    then(blocked(pod, 9))
        .containsExactly(
            "pod web  has no sandbox: failed to setup network for sandbox: reading pod bandwidth annotations: resource is unreasonably small (< 1kbit)");
  }

  @Test
  void a_pod_that_a_controller_may_not_make_is_not_explained_by_another_pod() {
    var history =
        aPod("app")
            .starts("app")
            .reportsOf("ReplicaSet", "web-1", "FailedCreate", "pods \"web-1-x\" is forbidden: no")
            .heard()
            .history();
    var expectation =
        ContainerStarts.first(new ContainerRef(PodRef.ownedBy("Deployment", "other"), "app"))
            .within(seconds(5));
    var asOf = new AsOf(at(0), at(0), at(9), seconds(10));

    then(Explanation.of(
                history,
                asOf,
                expectation,
                expectation.evaluate(history, asOf),
                UnaryOperator.identity())
            .blocked())
        .containsExactly("ReplicaSet web-1  may make no pod (1 time): no");
  }

  @Test
  void a_refused_pod_is_told_where_the_only_pod_is_well() {
    var history =
        aPod("app")
            .starts("app")
            .has("Ready", "True", "", "")
            .reportsOf("ReplicaSet", "web-1", "FailedCreate", "pods \"web-1-x\" is forbidden: no")
            .heard()
            .history();
    var expectation =
        new PodReady(PodRef.ownedBy("Deployment", "other")).holds().within(seconds(5));
    var asOf = new AsOf(at(0), at(0), at(9), seconds(10));

    then(Explanation.of(
                history,
                asOf,
                expectation,
                expectation.evaluate(history, asOf),
                UnaryOperator.identity())
            .blocked())
        .containsExactly("ReplicaSet web-1  may make no pod (1 time): no");
  }
}
