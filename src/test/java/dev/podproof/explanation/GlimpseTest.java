package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a waiting scenario's line says of its pod. */
class GlimpseTest {
  private static String inShort(Histories histories) {
    return Explanation.inShort(
        histories.history(), Optional.empty(), at(9), UnaryOperator.identity());
  }

  @Test
  void a_pod_without_a_node_says_why() {
    then(inShort(aPod("app").has("PodScheduled", "False", "Unschedulable", "Insufficient cpu")))
        .isEqualTo("pod web has no node: Insufficient cpu");
    then(inShort(aPod("app").has("PodScheduled", "False", "Unschedulable", "")))
        .isEqualTo("pod web has no node");
  }

  @Test
  void a_pod_that_is_over_or_on_its_way_says_so_whatever_its_containers_say() {
    then(inShort(aPod("app").is("Succeeded"))).isEqualTo("pod web is Succeeded");
    then(inShort(aPod("app").is("Running").isTerminating())).isEqualTo("pod web is terminating");
    then(inShort(aPod("app").is("Failed").isTerminating())).isEqualTo("pod web is Failed");
  }

  @Test
  void a_sidecar_holds_up_until_it_is_started() {
    var pod = aPod("sidecar", "app").at("1s").starts("sidecar");

    then(inShort(pod)).isEqualTo("sidecar running 8s");
    then(inShort(pod.becomesStarted("sidecar"))).isEqualTo("app waiting (PodInitializing)");
  }

  @Test
  void an_init_container_that_failed_holds_up() {
    then(inShort(aPod("init", "app").at("1s").starts("init").exits("init", 3)))
        .isEqualTo("init exited 3");
  }

  @Test
  void an_ephemeral_container_holds_nothing_up() {
    then(inShort(aPod("app").starts("app").becomesReady("app").isGivenEphemeral("debug")))
        .isEqualTo("pod web is ready");
  }

  @Test
  void containers_that_are_ready_do_not_make_the_pod_so() {
    then(inShort(aPod("app").starts("app").becomesReady("app").has("Ready", "False", "Gate", "x")))
        .isEqualTo("pod web is not ready");
  }

  @Test
  void the_last_line_in_which_something_is_said_counts() {
    then(inShort(aPod("app").at("1s").starts("app").logs("app", "up").logs("app", "  ")))
        .isEqualTo("app running 8s: up");
  }

  @Test
  void a_long_line_leaves_its_middle_out() {
    then(inShort(aPod("app").at("1s").starts("app").logs("app", "a".repeat(40) + "b".repeat(40))))
        .isEqualTo("app running 8s: " + "a".repeat(27) + " ... " + "b".repeat(27));
  }
}
