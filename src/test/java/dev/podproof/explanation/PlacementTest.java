package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;

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
}
