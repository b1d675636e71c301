package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Why a pod has no node, from the scheduler's words and what the nodes have. */
class UnscheduledTest {
  private static Histories unscheduled(String why) {
    return aPod("app").at("1s").has("PodScheduled", "False", "Unschedulable", why);
  }

  private static Failure explained(Histories histories) {
    return Explanation.ofPod(histories.history(), histories.pod(), at(9), UnaryOperator.identity());
  }

  private static String blocked(Histories histories) {
    return String.join("\n", explained(histories).blocked());
  }

  private static String next(Histories histories) {
    return String.join("\n", explained(histories).next());
  }

  private static Map<String, Object> requesting(String resource, String... amounts) {
    var containers =
        java.util.Arrays.stream(amounts)
            .map(amount -> Map.of("resources", Map.of("requests", Map.of(resource, amount))))
            .toList();
    return Map.of("spec", Map.of("containers", containers));
  }

  private static Histories withNode(Histories histories, String resource, String amount) {
    return histories.object(
        "Node", "node-1", Map.of("status", Map.of("allocatable", Map.of(resource, amount))));
  }

  @Test
  void words_that_are_not_known_are_passed_on_without_those_about_preemption() {
    var pod =
        unscheduled("0/1 nodes are available: 1 strange. preemption: 0/1 nodes are available");

    then(blocked(pod)).isEqualTo("pod web  has no node: 0/1 nodes are available: 1 strange.");
    then(next(pod)).isEqualTo("see what the pod asks for and what the nodes have");
  }

  @Test
  void what_is_requested_stands_beside_what_a_node_has() {
    var pod =
        unscheduled("0/1 nodes are available: 1 Insufficient cpu.")
            .shows(requesting("cpu", "1500m", "2"));

    then(blocked(withNode(pod, "cpu", "2")))
        .isEqualTo(
            """
            pod web  has no node: 0/1 nodes are available: 1 Insufficient cpu.
            cpu  the pod requests 3.5, a node has at most 2: 1.5 too little""");
    then(next(pod)).isEqualTo("lower resources.requests.cpu, or free or add a node");
  }

  @Test
  void what_others_hold_is_told_as_such() {
    var pod =
        unscheduled("0/1 nodes are available: 1 Insufficient memory.")
            .shows(requesting("memory", "1Gi"));

    then(blocked(withNode(pod, "memory", "2048Mi")))
        .endsWith(
            "memory  the pod requests 1024Mi, a node has at most 2048Mi: other pods hold what is missing");
  }

  @Test
  void nodes_that_were_not_read_are_not_spoken_of() {
    then(blocked(
            unscheduled("0/1 nodes are available: 1 Insufficient cpu.")
                .shows(requesting("cpu", "3"))))
        .endsWith("\ncpu  the pod requests 3");
  }

  @Test
  void a_resource_with_a_dot_in_its_name_keeps_it() {
    var pod =
        unscheduled("0/1 nodes are available: 1 Insufficient example.com/gpu. preemption: none")
            .shows(requesting("example.com/gpu", "1"));

    then(blocked(pod)).endsWith("\nexample.com/gpu  the pod requests 1");
    then(next(pod)).isEqualTo("lower resources.requests.example.com/gpu, or free or add a node");
  }

  @Test
  void two_resources_that_lack_are_two_causes() {
    var pod =
        unscheduled("0/2 nodes are available: 1 Insufficient cpu, 1 Insufficient memory.")
            .shows(requesting("cpu", "3"));

    then(explained(pod).blocked()).hasSize(3);
  }

  @Test
  void a_selector_that_fits_no_node_is_told_with_what_nearly_fits() {
    var pod =
        unscheduled("0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector.")
            .shows(Map.of("spec", Map.of("nodeSelector", Map.of("disk", "ssd"))))
            .object("Node", "n", Map.of("metadata", Map.of("labels", Map.of("disk", "hdd"))));

    then(blocked(pod)).endsWith("\nnodeSelector disk=ssd  fits no node; nodes have disk=hdd");
    then(next(pod)).isEqualTo("label a node so, or mend the nodeSelector or affinity of the pod");
  }

  @Test
  void an_affinity_has_no_selector_to_show() {
    then(blocked(unscheduled("1 node(s) didn't match Pod's node affinity/selector.")))
        .endsWith("\nits node affinity  fits no node");
  }

  @Test
  void a_taint_is_told_as_the_node_has_it() {
    var taint = Map.of("key", "dedicated", "value", "db", "effect", "NoSchedule");
    var pod =
        unscheduled("0/1 nodes are available: 1 node(s) had untolerated taint(s).")
            .object("Node", "n", Map.of("spec", Map.of("taints", List.of(taint))));

    then(blocked(pod)).endsWith("\ntaint dedicated=db:NoSchedule  is not tolerated by the pod");
    then(next(pod)).isEqualTo("give the pod a toleration, or take the taint off the node");
    then(blocked(unscheduled("1 node(s) had untolerated taint(s).")))
        .endsWith("\ntaint of the node  is not tolerated by the pod");
  }

  @Test
  void a_claim_that_does_not_exist_is_to_be_applied() {
    var pod = unscheduled("0/1 nodes are available: persistentvolumeclaim \"data\" not found.");

    then(blocked(pod)).endsWith("\nPersistentVolumeClaim data  does not exist");
    then(next(pod)).isEqualTo("apply PersistentVolumeClaim data");
  }

  @Test
  void a_claim_that_is_not_bound_is_told_with_its_class_and_size() {
    var volume = Map.of("name", "d", "persistentVolumeClaim", Map.of("claimName", "data"));
    var pod =
        unscheduled("0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims.")
            .shows(Map.of("spec", Map.of("volumes", List.of(volume))));
    var claim =
        Map.<String, Object>of(
            "spec",
            Map.of(
                "storageClassName",
                "fast",
                "resources",
                Map.of("requests", Map.of("storage", "1Gi"))));

    then(blocked(pod))
        .endsWith("\nPersistentVolumeClaim data  is not bound, and names no storage class");
    then(blocked(pod.object("PersistentVolumeClaim", "data", claim)))
        .endsWith("\nPersistentVolumeClaim data  is not bound, storage class fast, 1Gi");
    then(next(pod))
        .isEqualTo(
            "give the claim a storage class that provisions, or a PersistentVolume that fits");
  }

  @Test
  void a_claim_that_is_bound_is_not_blamed() {
    var volume = Map.of("name", "d", "persistentVolumeClaim", Map.of("claimName", "data"));
    var pod =
        unscheduled("pod has unbound immediate PersistentVolumeClaims.")
            .shows(Map.of("spec", Map.of("volumes", List.of(volume))))
            .object("PersistentVolumeClaim", "data", Map.of("status", Map.of("phase", "Bound")));

    then(explained(pod).blocked()).hasSize(1);
  }

  @Test
  void what_else_must_be_read_depends_on_what_holds_the_pod_up() {
    var expectation =
        dev.podproof.expectation.ContainerStarts.first(
                dev.podproof.expectation.ContainerRef.named("app"))
            .within(java.time.Duration.ofSeconds(5));

    then(Explanation.wants(unscheduled("x").history(), expectation))
        .containsExactly("Node", "PersistentVolumeClaim");
    then(Explanation.wants(aPod("app").has("PodScheduled", "True", "", "").history(), expectation))
        .containsExactly("ConfigMap");
    then(Explanation.wants(aPod("app").is("Running").history(), expectation)).isEmpty();
    then(Explanation.wants(Histories.nothing().history(), expectation)).isEmpty();
  }
}
