package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.expectation.Judged.SIDECAR;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two milestones, the one certainly before the other. */
class BeforeTest {
  private static final Milestone COMPLETES = ContainerExits.completed(INIT);
  private static final Milestone STARTS = ContainerStarts.first(APP);
  private static final Expectation BEFORE = COMPLETES.before(STARTS, seconds(5));

  private static Histories initThenApp(Histories histories) {
    return histories.at("1s").starts("init").at("2.1s").exits("init", 0).at("2.2s").starts("app");
  }

  @Test
  void it_tells_both() {
    then(BEFORE.inWords()).isEqualTo("container init completes before container app starts");
    then(BEFORE.pod()).contains(APP.pod());
  }

  @Test
  void the_runtime_orders_what_lies_in_one_second() {
    then(Judged.at(3, BEFORE, initThenApp(aPod("init", "app"))))
        .isEqualTo(
            new Satisfied(
                "container init completed at +2.10s (runtime, API, arrival), container app started at +2.20s (runtime, API, arrival)"));
    then(Judged.at(3, STARTS.before(COMPLETES, BUDGET), initThenApp(aPod("init", "app"))))
        .isEqualTo(
            new Violated(
                "container app started at +2.20s (runtime, API, arrival), container init completed at +2.10s (runtime, API, arrival)"));
  }

  @Test
  void the_same_moment_is_not_before_itself() {
    var together =
        aPod("init", "app").at("1s").starts("init").at("2s").exits("init", 0).starts("app");

    then(Judged.at(3, BEFORE, together.heard()))
        .isEqualTo(
            new CannotTell(
                "container init completed at +2.00s (runtime, API, arrival), container app started at +2.00s (runtime, API, arrival); no witness tells which came first"));
  }

  @Test
  void one_second_of_the_API_is_open_until_no_status_can_tell() {
    var oneStatus = initThenApp(aPodSeenByTheApiAlone("init", "app").unshown()).at("4s").shown();

    then(Judged.at(5, BEFORE, oneStatus)).isInstanceOf(StillOpen.class);
    then(Judged.at(7, BEFORE, oneStatus))
        .isEqualTo(
            new CannotTell(
                "container init completed between +2.00s and +3.00s (API, arrival), container app started between +2.00s and +3.00s (API, arrival); no witness tells which came first"));
  }

  @Test
  void two_seconds_of_the_API_are_ordered() {
    var apart =
        aPodSeenByTheApiAlone("init", "app")
            .unshown()
            .at("1s")
            .starts("init")
            .at("2.9s")
            .exits("init", 0)
            .at("3s")
            .starts("app")
            .at("5s")
            .shown();

    then(Judged.at(5, BEFORE, apart)).isInstanceOf(Satisfied.class);
  }

  @Test
  void the_second_alone_is_open_until_the_first_can_not_have_come_unheard() {
    var appAlone = aPod("init", "app").at("2s").starts("app");

    then(Judged.at(2, BEFORE, appAlone))
        .isEqualTo(
            new StillOpen(
                at(5),
                at(2),
                "container app started at +2.00s (runtime, API, arrival) and container init completes had not come before"));
    then(Judged.at(2, BEFORE, appAlone.heard()))
        .isEqualTo(
            new Violated(
                "container app started at +2.00s (runtime, API, arrival) and container init completes had not come before"));
  }

  @Test
  void a_gap_before_the_second_cannot_tell_that_the_first_had_not_come() {
    var gap =
        aPod("init", "app").at("1.5s").gap(Witness.RUNTIME, 1, 1.5).at("2s").starts("app").heard();

    then(Judged.at(3, BEFORE, gap))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +1.00s and +1.50s (dropped)"));
  }

  @Test
  void neither_is_open_and_then_violated_by_the_second() {
    then(Judged.at(3, BEFORE, aPod("init", "app").at("3s").heard()))
        .isEqualTo(
            new StillOpen(at(8), at(5), "it had not started; it was waiting (PodInitializing)"));
    then(Judged.at(5, BEFORE, aPod("init", "app").at("5s").heard()))
        .isEqualTo(new Violated("it had not started; it was waiting (PodInitializing) at +5.00s"));
  }

  @Test
  void a_first_that_never_can_come_is_told_at_once() {
    var none = ContainerExits.completed(ContainerRef.named("setup"));

    then(Judged.at(2, none.before(STARTS, BUDGET), aPod("init", "app").at("2s").heard()))
        .isEqualTo(new Violated("pod web has no container setup; it has init, app"));
  }

  @Test
  void a_failed_run_is_not_a_completed_one() {
    var failed =
        aPod("init", "app")
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", 1)
            .at("3s")
            .starts("app")
            .heard();

    then(Judged.at(3, BEFORE, failed)).isInstanceOf(Violated.class);
  }

  @Test
  void the_first_success_counts_where_the_first_run_failed() {
    var retried =
        aPod("init", "app")
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", 1)
            .at("3s")
            .starts("init")
            .at("4s")
            .exits("init", 0)
            .at("5s")
            .starts("app");

    then(Judged.at(5, BEFORE, retried))
        .isEqualTo(
            new Satisfied(
                "container init completed at +4.00s (runtime, API, arrival), container app started at +5.00s (runtime, API, arrival)"));
  }

  @Test
  void two_pods_are_not_told_apart() {
    then(Judged.at(3, BEFORE, aPod("init", "app").anotherPod("db", "app")))
        .isEqualTo(new CannotTell("the pod is one of 2 pods (web, db): say which one is meant"));
  }

  @Test
  void milestones_of_two_pods_are_ordered() {
    var both = aPod("app").at("1s").starts("app").anotherPod("db", "app").at("2s").starts("app");
    var ofWeb = ContainerStarts.first(new ContainerRef(PodRef.named("web"), "app"));
    var ofDb = ContainerStarts.first(new ContainerRef(PodRef.named("db"), "app"));

    then(Judged.at(2, ofWeb.before(ofDb, BUDGET), both))
        .isEqualTo(
            new Satisfied(
                "container app of pod web started at +1.00s (runtime, API, arrival), container app of pod db started at +2.00s (runtime, API, arrival)"));
  }

  @Test
  void a_line_of_a_log_is_not_ordered_within_50_ms_of_a_start() {
    var near =
        aPod("sidecar", "app")
            .at("1s")
            .starts("sidecar")
            .at("2s")
            .logs("sidecar", "up")
            .at("2.04s")
            .starts("app")
            .at("9s")
            .heard();
    var up = new LogSays(SIDECAR, "up");

    then(Judged.at(9, up.before(STARTS, BUDGET), near))
        .isEqualTo(
            new CannotTell(
                "container sidecar logged \"up\" between +1.95s and +2.05s (log), container app started at +2.04s (runtime, API, arrival); no witness tells which came first"));
  }

  @Test
  void a_line_of_a_log_is_ordered_beyond_50_ms_of_a_start() {
    var far =
        aPod("sidecar", "app")
            .at("1s")
            .starts("sidecar")
            .at("2s")
            .logs("sidecar", "up")
            .at("2.06s")
            .starts("app");

    then(Judged.at(3, new LogSays(SIDECAR, "up").before(STARTS, BUDGET), far))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void a_second_that_may_be_missing_satisfies_where_it_had_not_come_when_the_first_did() {
    var may = new Before(STARTS, ContainerExits.anyhow(SIDECAR), BUDGET, true);
    var running = aPod("sidecar", "app").at("1s").starts("sidecar").at("2s").starts("app");

    then(Judged.at(2, may, running)).isInstanceOf(StillOpen.class);
    then(Judged.at(2, may, running.heard()))
        .isEqualTo(
            new Satisfied(
                "container app started at +2.00s (runtime, API, arrival) and container sidecar exits had not come"));
  }

  @Test
  void a_first_that_is_missing_is_waited_for_where_the_second_may_be_missing() {
    var may = new Before(STARTS, ContainerExits.anyhow(SIDECAR), seconds(5), true);

    then(Judged.at(5, may, aPod("sidecar", "app").at("5s").heard()))
        .isEqualTo(new Violated("it had not started; it was waiting (PodInitializing) at +5.00s"));
  }

  @Test
  void both_after_the_budget_are_late_however_they_are_ordered() {
    var late =
        aPod("init", "app")
            .at("1s")
            .starts("init")
            .at("6s")
            .exits("init", 0)
            .at("7s")
            .starts("app");

    then(Judged.at(9, BEFORE, late))
        .isEqualTo(
            new Violated("container app started at +7.00s (runtime, API, arrival), 2.0s late"));
  }

  @Test
  void a_first_after_the_budget_is_late_where_the_second_may_be_missing() {
    var may = new Before(STARTS, ContainerExits.anyhow(SIDECAR), seconds(5), true);
    var late = aPod("sidecar", "app").at("1s").starts("sidecar").at("7s").starts("app").heard();

    then(Judged.at(9, may, late))
        .isEqualTo(
            new Violated("container app started at +7.00s (runtime, API, arrival), 2.0s late"));
  }

  @Test
  void a_run_logs_after_its_start_and_before_its_end_whatever_the_clocks_say() {
    var brief =
        aPodSeenByTheApiAlone("app")
            .unshown()
            .at("1.1s")
            .starts("app")
            .logs("app", "up")
            .exits("app", 0)
            .shown();
    var up = new LogSays(APP, "up");
    var budget = seconds(9);

    then(Judged.at(9, ContainerStarts.first(APP).before(up, budget), brief))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(9, up.before(ContainerExits.anyhow(APP), budget), brief))
        .isInstanceOf(Satisfied.class);
    then(Judged.at(9, ContainerExits.anyhow(APP).before(up, budget), brief))
        .isInstanceOf(Violated.class);
  }

  @Test
  void the_start_of_the_run_that_logged_is_not_since_its_line() {
    var lasting = aPod("app").at("0.5s").starts("app").logs("app", "up").at("9s").heard();
    var since =
        NeverWithin.since(
            "unchanged", List.of(ContainerStarts.first(APP)), new LogSays(APP, "up"), seconds(9));

    then(Judged.at(9, since, lasting)).isInstanceOf(Satisfied.class);
  }
}
