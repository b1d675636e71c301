package dev.podproof.lifecycle;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Kubernetes forbids is found, and what it allows is not taken for it. */
class ContradictionsTest {
  @Test
  void a_pod_that_vanishes_and_returns_with_the_same_UID() {
    var history = aPod("app").at("1s").starts("app").at("2s").gone().at("3s").is("Running");

    then(history.history().contradictions())
        .containsExactly(
            "pod web was gone by +2.00s and there again by +3.00s with the same UID uid-web");
  }

  @Test
  void a_phase_that_leaves_its_end() {
    then(aPod("app").at("1s").is("Succeeded").at("2s").is("Running").history().contradictions())
        .containsExactly("the phase of pod web left Succeeded for Running by +2.00s");
    then(aPod("app").at("1s").is("Failed").at("2s").is("Succeeded").history().contradictions())
        .containsExactly("the phase of pod web left Failed for Succeeded by +2.00s");
    then(aPod("app")
            .at("1s")
            .is("Running")
            .at("2s")
            .is("Failed")
            .is("Failed")
            .gone()
            .history()
            .contradictions())
        .isEmpty();
  }

  @Test
  void an_init_container_that_runs_again_after_it_completed() {
    then(initTwice(0, false).history().contradictions())
        .containsExactly(
            "init container init of pod web ran again at +3.00s after it had exited 0 at +2.00s, in the same sandbox");
  }

  @Test
  void an_init_container_may_run_again_after_a_failure_or_in_a_new_sandbox() {
    then(initTwice(1, false).history().contradictions()).isEmpty();
    then(initTwice(0, true).history().contradictions()).isEmpty();
  }

  @Test
  void an_init_container_may_run_again_where_a_rule_restarts_all_containers() {
    var rule =
        Map.<String, Object>of(
            "spec",
            Map.of(
                "containers",
                List.of(
                    Map.of(
                        "restartPolicyRules", List.of(Map.of("action", "RestartAllContainers"))))));

    then(initTwice(0, false).shows(rule).history().contradictions()).isEmpty();
  }

  @Test
  void a_new_sandbox_may_have_gone_unheard() {
    then(initTwice(0, false).gap(Witness.RUNTIME, 2.2, 2.4).history().contradictions()).isEmpty();
    then(aPodSeenByTheApiAlone("init", "app")
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", 0)
            .at("4s")
            .starts("init")
            .history()
            .contradictions())
        .isEmpty();
  }

  private static Histories initTwice(int code, boolean newSandbox) {
    var history =
        aPod("init", "app")
            .at("0.5s")
            .getsSandbox()
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", code)
            .at("2.5s");
    return (newSandbox ? history.getsSandbox() : history).at("3s").starts("init");
  }
}
