package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.INIT;
import static dev.podproof.expectation.Judged.SIDECAR;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import org.junit.jupiter.api.Test;

/** Where whole seconds leave the order open, the statuses that were seen in between may tell it. */
class StatusOrderTest {
  private static final Milestone APP_STARTS = ContainerStarts.first(APP);
  private static final Milestone SIDECAR_STARTS = ContainerStarts.first(SIDECAR);

  private static Verdict order(Milestone one, Milestone other, Histories histories) {
    return Judged.at(20, one.before(other, BUDGET), histories);
  }

  /** Both within one second, and a status between them. */
  private static Histories sidecarThenApp() {
    return aPodSeenByTheApiAlone("sidecar", "app")
        .shownAfter(Histories.seconds(1))
        .at("2.2s")
        .starts("sidecar")
        .at("2.6s")
        .starts("app");
  }

  @Test
  void a_status_with_the_one_started_and_the_other_not_tells_the_order_of_their_starts() {
    var both =
        "container sidecar started between +2.00s and +3.00s (API, arrival),"
            + " container app started between +2.00s and +3.00s (API, arrival)";

    then(order(SIDECAR_STARTS, APP_STARTS, sidecarThenApp()))
        .isEqualTo(new Satisfied(both + "; a status of the pod has the first without the second"));
  }

  @Test
  void the_other_way_round_the_same_status_violates() {
    var both =
        "container app started between +2.00s and +3.00s (API, arrival),"
            + " container sidecar started between +2.00s and +3.00s (API, arrival)";

    then(order(APP_STARTS, SIDECAR_STARTS, sidecarThenApp()))
        .isEqualTo(new Violated(both + "; a status of the pod has the second without the first"));
  }

  @Test
  void a_status_that_has_both_tells_nothing() {
    var both =
        aPodSeenByTheApiAlone("sidecar", "app")
            .unshown()
            .at("2.2s")
            .starts("sidecar")
            .at("2.6s")
            .starts("app")
            .at("3.5s")
            .shown();

    then(order(SIDECAR_STARTS, APP_STARTS, both))
        .isEqualTo(
            new CannotTell(
                "container sidecar started between +2.00s and +3.00s (API, arrival),"
                    + " container app started between +2.00s and +3.00s (API, arrival);"
                    + " no witness tells which came first"));
  }

  @Test
  void an_end_that_is_kept_as_the_run_before_still_counts() {
    var restarted =
        aPodSeenByTheApiAlone("init", "app")
            .shownAfter(Histories.seconds(1))
            .at("1s")
            .starts("init")
            .unshown()
            .at("2.2s")
            .exits("init", 1)
            .at("2.4s")
            .starts("init")
            .shown()
            .at("2.6s")
            .starts("app");

    then(order(ContainerExits.withCode(INIT, 1), APP_STARTS, restarted))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void an_end_of_another_kind_in_that_status_does_not() {
    var failed =
        aPodSeenByTheApiAlone("init", "app")
            .shownAfter(Histories.seconds(1))
            .at("1s")
            .starts("init")
            .at("2.2s")
            .exits("init", 1)
            .unshown()
            .at("2.4s")
            .starts("init")
            .at("2.5s")
            .exits("init", 0)
            .at("2.6s")
            .starts("app")
            .at("3s")
            .shown();

    then(order(ContainerExits.completed(INIT), APP_STARTS, failed)).isInstanceOf(CannotTell.class);
  }

  @Test
  void a_second_start_is_not_ordered_by_a_status_of_the_first() {
    var again = sidecarThenApp().at("2.8s").exits("app", 1).at("2.9s").starts("app");

    then(order(new ContainerStarts(APP, 2), SIDECAR_STARTS, again)).isInstanceOf(CannotTell.class);
    then(order(SIDECAR_STARTS, new ContainerStarts(APP, 2), again)).isInstanceOf(CannotTell.class);
  }

  @Test
  void statuses_of_two_pods_tell_nothing_of_each_other() {
    var two =
        aPodSeenByTheApiAlone("app")
            .shownAfter(Histories.seconds(1))
            .at("2.2s")
            .starts("app")
            .anotherPod("db", "app")
            .at("2.6s")
            .starts("app");
    var web = ContainerStarts.first(new ContainerRef(PodRef.named("web"), "app"));
    var db = ContainerStarts.first(new ContainerRef(PodRef.named("db"), "app"));

    then(order(web, db, two)).isInstanceOf(CannotTell.class);
  }

  @Test
  void where_the_runtime_is_heard_a_status_is_not_asked() {
    var runtime =
        aPod("sidecar", "app")
            .shownAfter(Histories.seconds(1))
            .at("2.2s")
            .starts("sidecar")
            .at("2.6s")
            .starts("app")
            .at("20s")
            .heard();

    then(order(SIDECAR_STARTS, APP_STARTS, runtime))
        .isEqualTo(
            new Satisfied(
                "container sidecar started at +2.20s (runtime, API, arrival),"
                    + " container app started at +2.60s (runtime, API, arrival)"));
  }
}
