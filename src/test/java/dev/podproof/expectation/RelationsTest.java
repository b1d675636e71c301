package dev.podproof.expectation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.action.RunCommand;
import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How moments stand to each other: order, distance, spans, and what never comes between. */
class RelationsTest {
  private static final ContainerRef APP = ContainerRef.named("app");
  private static final ContainerRef SIDECAR = ContainerRef.named("sidecar");
  private static final Milestone APP_STARTS = ContainerStarts.first(APP);
  private static final Milestone APP_EXITS = ContainerExits.anyhow(APP);
  private static final Milestone SIDECAR_STARTS = ContainerStarts.first(SIDECAR);
  private static final Milestone SIDECAR_EXITS = ContainerExits.anyhow(SIDECAR);

  private static final Duration BUDGET = seconds(60);

  private static Verdict judge(Expectation expectation, Histories histories, double now) {
    return expectation.evaluate(
        histories.confirmedAt(now), new AsOf(at(0), at(1), at(now), seconds(10)));
  }

  /** The sidecar runs from 1s to 9s, the app from 2s to 5s; all is heard up to 20s. */
  private static Histories sidecarAroundApp() {
    return aPod("sidecar", "app")
        .at("1s")
        .starts("sidecar")
        .at("2s")
        .starts("app")
        .at("5s")
        .exits("app", 0)
        .at("9s")
        .exits("sidecar", 0)
        .at("20s")
        .heard();
  }

  @Test
  void several_in_order_are_satisfied_together() {
    var order =
        Orders.inOrder(List.of(SIDECAR_STARTS, APP_STARTS, APP_EXITS, SIDECAR_EXITS), BUDGET);

    then(judge(order, sidecarAroundApp(), 20)).isInstanceOf(Satisfied.class);
    then(order.inWords())
        .isEqualTo(
            "container sidecar starts, then container app starts, then container app exits, then container sidecar exits");
  }

  @Test
  void several_in_order_are_violated_by_the_first_pair_that_is_not() {
    var order = Orders.inOrder(List.of(APP_STARTS, SIDECAR_STARTS, SIDECAR_EXITS), BUDGET);

    then(judge(order, sidecarAroundApp(), 20))
        .isEqualTo(
            new Violated(
                "container app started at +2.00s (runtime, API, arrival), container sidecar started at +1.00s (runtime, API, arrival)"));
  }

  @Test
  void between_two_others() {
    then(judge(
            Orders.between(APP_EXITS, APP_STARTS, SIDECAR_EXITS, BUDGET), sidecarAroundApp(), 20))
        .isInstanceOf(Satisfied.class);
    then(judge(
            Orders.between(SIDECAR_EXITS, APP_STARTS, APP_EXITS, BUDGET), sidecarAroundApp(), 20))
        .isInstanceOf(Violated.class);
  }

  @Test
  void runs_overlap_where_each_begins_before_the_other_ends() {
    var app = Orders.Time.run(APP, 1);
    var sidecar = Orders.Time.run(SIDECAR, 1);

    then(judge(Orders.overlap(app, sidecar, BUDGET), sidecarAroundApp(), 20))
        .isInstanceOf(Satisfied.class);
    then(judge(Orders.within(app, sidecar, BUDGET), sidecarAroundApp(), 20))
        .isInstanceOf(Satisfied.class);
    then(judge(Orders.within(sidecar, app, BUDGET), sidecarAroundApp(), 20))
        .isInstanceOf(Violated.class);
  }

  @Test
  void a_run_that_goes_on_overlaps_what_began_after_it() {
    var open =
        aPod("sidecar", "app").at("1s").starts("sidecar").at("2s").starts("app").at("3s").heard();

    then(judge(
            Orders.overlap(Orders.Time.run(APP, 1), Orders.Time.run(SIDECAR, 1), BUDGET), open, 3))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void runs_one_after_the_other_do_not_overlap() {
    var apart =
        aPod("sidecar", "app")
            .at("1s")
            .starts("sidecar")
            .at("2s")
            .exits("sidecar", 0)
            .at("3s")
            .starts("app")
            .at("9s")
            .heard();

    then(judge(
            Orders.overlap(Orders.Time.run(APP, 1), Orders.Time.run(SIDECAR, 1), BUDGET), apart, 9))
        .isInstanceOf(Violated.class);
  }

  @Test
  void a_distance_is_measured_from_moment_to_moment() {
    var histories = sidecarAroundApp();

    then(judge(apart(SIDECAR_EXITS, APP_EXITS, 3, 5), histories, 20))
        .isEqualTo(
            new Satisfied(
                "container app exited at +5.00s (runtime, API, arrival), container sidecar exited at +9.00s (runtime, API, arrival): 4.0s later"));
    then(judge(apart(SIDECAR_EXITS, APP_EXITS, 5, 9), histories, 20)).isInstanceOf(Violated.class);
    then(judge(apart(SIDECAR_EXITS, APP_EXITS, 0, 3), histories, 20)).isInstanceOf(Violated.class);
    then(apart(SIDECAR_EXITS, APP_EXITS, 3, 5).inWords())
        .isEqualTo(
            "container sidecar exits at least 3.0s and at most 5.0s after container app exits");
  }

  @Test
  void an_upper_bound_is_violated_as_soon_as_it_is_known_to_have_passed() {
    var late = aPod("app").at("2s").starts("app").at("7s").heard();

    then(judge(apart(APP_EXITS, APP_STARTS, 0, 3), late, 7))
        .isEqualTo(new Violated("container app exits had not come by +5.00s"));
    then(judge(apart(APP_EXITS, APP_STARTS, 0, 9), late, 7)).isInstanceOf(StillOpen.class);
  }

  @Test
  void a_distance_over_a_bound_that_the_API_alone_saw_cannot_be_told() {
    var coarse =
        Histories.aPodSeenByTheApiAlone("app").at("2.9s").starts("app").at("5.1s").exits("app", 0);

    then(judge(apart(APP_EXITS, APP_STARTS, 3, 9), coarse, 20)).isInstanceOf(CannotTell.class);
  }

  private static Apart apart(Milestone later, Milestone earlier, double least, double most) {
    return new Apart(later, earlier, seconds(least), Optional.of(seconds(most)), BUDGET);
  }

  @Test
  void never_until_is_decided_by_the_end_and_violated_before_it() {
    then(judge(NeverWithin.until(APP_EXITS, SIDECAR_STARTS, BUDGET), sidecarAroundApp(), 20))
        .isInstanceOf(Satisfied.class);
    then(judge(NeverWithin.until(APP_EXITS, SIDECAR_EXITS, BUDGET), sidecarAroundApp(), 20))
        .isEqualTo(new Violated("container app exited at +5.00s (runtime, API, arrival)"));
  }

  @Test
  void never_until_waits_for_its_end_and_ends_at_once_where_it_is_broken() {
    var open = aPod("sidecar", "app").at("1s").starts("app").at("2s").heard();

    then(judge(NeverWithin.until(APP_EXITS, SIDECAR_STARTS, BUDGET), open, 2))
        .isInstanceOf(StillOpen.class);
    then(judge(NeverWithin.until(APP_STARTS, SIDECAR_STARTS, BUDGET), open, 2))
        .isInstanceOf(Violated.class);
  }

  @Test
  void never_between_leaves_out_what_came_before() {
    var again =
        aPod("sidecar", "app")
            .at("1s")
            .starts("app")
            .at("2s")
            .exits("app", 1)
            .at("3s")
            .starts("sidecar")
            .at("4s")
            .starts("app")
            .at("6s")
            .exits("sidecar", 0)
            .at("20s")
            .heard();

    then(judge(NeverWithin.between(APP_EXITS, SIDECAR_STARTS, SIDECAR_EXITS, BUDGET), again, 20))
        .isInstanceOf(Satisfied.class);
    then(judge(NeverWithin.between(APP_STARTS, SIDECAR_STARTS, SIDECAR_EXITS, BUDGET), again, 20))
        .isEqualTo(new Violated("container app started at +4.00s (runtime, API, arrival)"));
  }

  @Test
  void unchanged_since_an_action_of_the_scenario() {
    var histories =
        aPod("sidecar", "app")
            .at("0.2s")
            .starts("app")
            .starts("sidecar")
            .at("0.5s")
            .acts("patch pod web")
            .at("0.8s")
            .exits("app", 1)
            .at("20s")
            .heard();
    var since = new ActionDone("patch pod web");

    then(judge(unchanged(SIDECAR, since), histories, 20)).isInstanceOf(Satisfied.class);
    then(judge(unchanged(APP, since), histories, 20))
        .isEqualTo(new Violated("container app exited at +0.80s (runtime, API, arrival)"));
  }

  @Test
  void an_action_is_found_by_the_pod_that_the_sentence_means() {
    var histories = aPod("app").at("0.5s").acts("delete pod web").at("20s").heard();

    var started = histories.at("3s").starts("app");
    for (var pod :
        List.of("the pod", "pod web", "the pod of job import", "the pod labelled a.b/c=d")) {
      then(judge(new ActionDone("delete " + pod).before(APP_STARTS, BUDGET), started, 20))
          .as(pod)
          .isInstanceOf(Satisfied.class);
    }
    then(judge(new ActionDone("delete pod other").before(APP_STARTS, BUDGET), started, 20))
        .isInstanceOf(Violated.class);
  }

  /** All three lie in one second of the API; only a status that tells of the exit tells of it. */
  @Test
  void what_a_status_says_came_after_the_exit_that_it_reports() {
    var histories =
        aPod("sidecar", "app")
            .at("2.2s")
            .starts("app")
            .at("2.3s")
            .exits("app", 0)
            .at("2.6s")
            .becomesReady("sidecar")
            .inOneStatus()
            .at("9s")
            .heard();
    var ready = new PodReady(PodRef.only()).holds();

    then(judge(NeverWithin.until(ready, APP_EXITS, BUDGET), histories, 9))
        .isEqualTo(new Satisfied("nothing of the kind from +0.00s to +2.30s (arrival)"));
    then(judge(NeverWithin.until(APP_EXITS, ready, BUDGET), histories, 9))
        .isEqualTo(new Violated("container app exited at +2.30s (runtime, API, arrival)"));
  }

  @Test
  void a_stamp_that_is_older_than_the_status_knows_better() {
    var histories =
        aPod("sidecar", "app")
            .at("2.2s")
            .starts("app")
            .at("2.3s")
            .becomesReady("sidecar")
            .at("3.6s")
            .exits("app", 0)
            .inOneStatus()
            .at("9s")
            .heard();
    var ready = new PodReady(PodRef.only()).holds();

    then(judge(NeverWithin.until(ready, APP_EXITS, BUDGET), histories, 9))
        .isInstanceOf(Violated.class);
  }

  @Test
  void an_action_is_not_taken_for_one_whose_words_only_begin_alike() {
    var histories = aPod("app").at("0.5s").acts("delete pod web-2 at once").at("20s").heard();
    var before = histories.at("3s").starts("app");

    then(judge(new ActionDone("delete pod web-2").before(APP_STARTS, BUDGET), before, 20))
        .isInstanceOf(Satisfied.class);
    then(judge(new ActionDone("delete pod web").before(APP_STARTS, BUDGET), before, 20))
        .isInstanceOf(Violated.class);
  }

  @Test
  void a_command_that_was_run_is_a_moment() {
    var ran = RunCommand.inLine("web", "app", "touch /tmp/a").inWords();
    var histories = aPod("app").at("0.5s").acts(ran).at("20s").heard().at("3s").starts("app");

    then(judge(
            new ActionDone("run touch /tmp/a in container app").before(APP_STARTS, BUDGET),
            histories,
            20))
        .isInstanceOf(Satisfied.class);
  }

  private static Expectation unchanged(ContainerRef container, Milestone since) {
    return NeverWithin.since(
        "unchanged",
        List.of(ContainerStarts.first(container), ContainerExits.anyhow(container)),
        since,
        BUDGET);
  }

  @Test
  void a_state_stays_until_something_happens() {
    var running = new ContainerRunning(SIDECAR);

    then(judge(new StaysUntil(running, APP_EXITS, BUDGET), sidecarAroundApp(), 20))
        .isEqualTo(
            new Satisfied(
                "it ended at +9.00s (runtime, API, arrival), container app exited at +5.00s (runtime, API, arrival)"));
    then(judge(
            new StaysUntil(new ContainerRunning(APP), SIDECAR_EXITS, BUDGET),
            appFromTheStart(),
            20))
        .isEqualTo(
            new Violated(
                "it ended at +5.00s (runtime, API, arrival), container sidecar exited at +9.00s (runtime, API, arrival)"));
  }

  private static Histories appFromTheStart() {
    return aPod("sidecar", "app")
        .at("0.1s")
        .starts("sidecar")
        .starts("app")
        .at("5s")
        .exits("app", 0)
        .at("9s")
        .exits("sidecar", 0)
        .at("20s")
        .heard();
  }

  /** The runtime's news of the app is there at once, the API's of the sidecar may still come. */
  @Test
  void an_end_that_may_only_not_be_heard_of_yet_leaves_never_until_open() {
    var early = aPod("sidecar", "app").at("1s").starts("app").at("2s").heard();
    var started = new ContainerIs(SIDECAR, new ContainerFact.Started(true)).holds();
    var never = NeverWithin.until(APP_STARTS, started, BUDGET);

    then(judge(never, early, 2)).isInstanceOf(StillOpen.class);
    then(judge(never, early, 5))
        .isEqualTo(new Violated("container app started at +1.00s (runtime, API, arrival)"));
  }

  @Test
  void an_end_that_may_only_not_be_heard_of_yet_leaves_a_broken_state_open() {
    var broken =
        aPod("sidecar", "app").at("0.1s").starts("app").at("1.5s").exits("app", 0).at("2s").heard();
    var started = new ContainerIs(SIDECAR, new ContainerFact.Started(true)).holds();
    var stays = new StaysUntil(new ContainerRunning(APP), started, BUDGET);

    then(judge(stays, broken, 2)).isInstanceOf(StillOpen.class);
    then(judge(stays, broken, 5))
        .isEqualTo(
            new Violated(
                "it ended at +1.50s (runtime, API, arrival) and container sidecar is started had not come"));
  }

  @Test
  void counts_are_bounds_on_what_was_up_to_the_question() {
    var twice =
        aPod("app")
            .at("0.1s")
            .starts("app")
            .at("0.2s")
            .exits("app", 1)
            .at("0.3s")
            .starts("app")
            .at("4s")
            .heard();

    then(judge(new Counted(APP_STARTS, new Amount(Amount.Kind.AT_LEAST, 2)), twice, 4))
        .isEqualTo(new Satisfied("that was so 2 times"));
    then(judge(new Counted(APP_STARTS, new Amount(Amount.Kind.AT_MOST, 1)), twice, 4))
        .isEqualTo(new Violated("that was so 2 times"));
    then(judge(new Counted(APP_EXITS, Amount.exactly(1)), twice, 4))
        .isEqualTo(new Satisfied("that was so 1 time"));
  }

  @Test
  void pauses_grow_where_each_is_certainly_longer_than_the_one_before() {
    var growing = runs(1, 2, 5, 6, 16);
    var steady = runs(1, 2, 5, 6, 9);

    then(Judged.asked(60, new PausesGrow(new Pauses.OfRuns(APP), seconds(2)), growing))
        .isEqualTo(new Satisfied("they were 3.0s, 10.0s"));
    then(Judged.asked(60, new PausesGrow(new Pauses.OfRuns(APP), seconds(4)), growing))
        .isInstanceOf(Violated.class);
    then(Judged.asked(60, new PausesGrow(new Pauses.OfRuns(APP), Duration.ZERO), steady))
        .isEqualTo(new Violated("they were 3.0s, 3.0s"));
  }

  /** Starts and exits of the app by turns. */
  private static Histories runs(int... times) {
    var histories = aPod("app");
    for (var i = 0; i < times.length; i++) {
      histories = histories.at(times[i] + "s");
      histories = i % 2 == 0 ? histories.starts("app") : histories.exits("app", 1);
    }
    return histories.at("60s").heard();
  }

  @Test
  void a_state_that_began_after_the_end_did_not_stay_until_it() {
    var initEnds = ContainerExits.completed(Judged.INIT);
    var app =
        aPod("init", "app")
            .at("0.1s")
            .starts("init")
            .at("0.3s")
            .exits("init", 0)
            .at("0.6s")
            .starts("app")
            .at("20s")
            .heard();

    then(judge(new StaysUntil(new ContainerRunning(APP), initEnds, BUDGET), app, 20))
        .isEqualTo(
            new Violated(
                "it was not so then: container init completed at +0.30s (runtime, API, arrival)"));
  }

  @Test
  void whether_a_state_began_before_an_end_within_the_same_second_cannot_be_told() {
    var initEnds = ContainerExits.completed(Judged.INIT);
    var app =
        aPodSeenByTheApiAlone("init", "app")
            .unshown()
            .at("0.1s")
            .starts("init")
            .at("0.3s")
            .exits("init", 0)
            .at("0.6s")
            .starts("app")
            .shown();

    then(judge(new StaysUntil(new ContainerRunning(APP), initEnds, BUDGET), app, 20))
        .isEqualTo(
            new CannotTell(
                "container app is running between +0.00s and +0.60s (API, arrival), perhaps only"
                    + " after that"));
  }

  @Test
  void of_two_ends_of_a_window_the_one_that_is_certainly_late_decides() {
    var between =
        new StaysBetween(new ContainerRunning(SIDECAR), SIDECAR_STARTS, APP_EXITS, seconds(3));

    then(judge(between, sidecarAroundApp(), 20))
        .isEqualTo(
            new Violated("container app exited at +5.00s (runtime, API, arrival), 2.0s late"));
  }
}
