package dev.podproof.lifecycle;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which runs of a container its witnesses know together, and what is no run or no owner. */
class RunsTest {
  private static List<ContainerRun> runs(Histories histories) {
    return histories.history().runsOf(histories.pod(), "app");
  }

  @Test
  void an_end_that_the_kubelet_made_up_for_a_container_it_lost_is_no_run() {
    then(runs(aPodSeenByTheApiAlone("app").at("2s").vanishes("app"))).isEmpty();
  }

  @Test
  void a_run_whose_container_was_lost_has_a_start_and_no_end() {
    var lost = runs(aPodSeenByTheApiAlone("app").at("1s").starts("app").at("3s").vanishes("app"));

    then(lost).hasSize(1);
    then(lost.get(0).started()).isPresent();
    then(lost.get(0).exited()).isEmpty();
    then(lost.get(0).isRunning()).isTrue();
  }

  @Test
  void the_first_news_of_a_start_bound_it_and_later_ones_do_not_loosen_it() {
    var run =
        runs(aPodSeenByTheApiAlone("app")
                .shownAfter(seconds(0.1))
                .at("1.2s")
                .starts("app")
                .at("5s")
                .becomesReady("app"))
            .get(0);

    then(run.started().orElseThrow().interval()).isEqualTo(new Interval(at(1), at(1.3)));
    then(run.started().orElseThrow().witnesses()).isEqualTo("API, arrival");
  }

  @Test
  void a_run_that_the_runtime_alone_saw_end_has_the_code_and_no_reason() {
    var unshown =
        aPod("app").at("1s").starts("app").unshown().at("2s").exits("app", 137, "OOMKilled");

    then(runs(unshown).get(0).exit()).contains(Exit.withCode(137));
    then(runs(unshown.shown()).get(0).exit().orElseThrow().reason()).isEqualTo("OOMKilled");
  }

  @Test
  void runs_of_a_pod_that_was_replaced_are_not_those_of_its_successor() {
    var replaced = aPod("app").at("1s").starts("app").at("2s").isReplaced();

    then(runs(replaced)).isEmpty();
    then(runs(replaced.at("3s").starts("app"))).hasSize(1);
  }

  @Test
  void an_owner_of_another_kind_is_none_though_its_name_fits() {
    var histories =
        aPod("app").labelled("pod-template-hash", "5d").ownedBy("StatefulSet", "web-5d");
    var pod = histories.history().latest(histories.pod()).orElseThrow();

    then(pod.isOwnedBy("deployment", "web")).isFalse();
    then(pod.isOwnedBy("cronjob", "web")).isFalse();
    then(pod.isOwnedBy("statefulset", "web-5d")).isTrue();
  }
}
