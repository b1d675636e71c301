package dev.podproof.expectation;

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
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Witness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final ContainerRef APP = ContainerRef.named("app");
  private static final ContainerRef INIT = ContainerRef.named("init");
  private static final Milestone APP_STARTS = ContainerStarts.first(APP);
  private static final Milestone INIT_COMPLETES = ContainerExits.completed(INIT);

  /** Asked at second 1, judged later; the last action was at the beginning. */
  private static Verdict judge(Expectation expectation, Histories histories, double now) {
    return expectation.evaluate(histories.confirmedAt(now), asOf(now));
  }

  private static AsOf asOf(double now) {
    return new AsOf(at(0), at(1), at(now), seconds(10));
  }

  @Test
  void a_start_within_the_budget_satisfies_at_once() {
    var verdict = judge(APP_STARTS.within(seconds(5)), aPod("app").at("2s").starts("app"), 2);

    then(verdict)
        .isEqualTo(new Satisfied("container app started at +2.00s (runtime, API, arrival)"));
  }

  @Test
  void a_start_after_the_deadline_is_a_violation_that_says_by_how_much() {
    var verdict = judge(APP_STARTS.within(seconds(5)), aPod("app").at("6.5s").starts("app"), 7);

    then(verdict)
        .isEqualTo(
            new Violated("container app started at +6.50s (runtime, API, arrival), 1.5s late"));
  }

  @Test
  void before_the_deadline_it_is_open_and_says_when_it_will_be_decided() {
    var verdict = judge(APP_STARTS.within(seconds(5)), aPod("app"), 4);

    then(verdict)
        .isEqualTo(
            new StillOpen(at(8), at(5), "it had not started; it was waiting (PodInitializing)"));
  }

  @Test
  void past_the_deadline_it_stays_open_until_the_runtime_has_told_all_up_to_it() {
    then(judge(APP_STARTS.within(seconds(5)), aPod("app"), 6)).isInstanceOf(StillOpen.class);
    then(judge(APP_STARTS.within(seconds(5)), aPod("app").at("5.1s").heard(), 6))
        .isEqualTo(new Violated("it had not started; it was waiting (PodInitializing) at +5.00s"));
  }

  @Test
  void a_runtime_that_falls_silent_decides_nothing() {
    then(judge(APP_STARTS.within(seconds(5)), aPod("app"), 30))
        .isEqualTo(new CannotTell("the runtime witness fell silent before +5.00s"));
  }

  /** Who was not asked has not fallen silent. */
  @Test
  void a_question_that_is_asked_long_after_its_time_is_put_to_the_API_first() {
    var unconfirmed = aPodSeenByTheApiAlone("app").history();
    var late = new AsOf(at(0), at(30), at(30), seconds(10));

    then(APP_STARTS.within(seconds(5)).evaluate(unconfirmed, late)).isInstanceOf(StillOpen.class);
  }

  @Test
  void an_API_that_does_not_confirm_decides_nothing_however_late_it_is() {
    var unconfirmed = aPodSeenByTheApiAlone("app").history();

    then(APP_STARTS.within(seconds(5)).evaluate(unconfirmed, asOf(9)))
        .isInstanceOf(StillOpen.class);
    then(APP_STARTS.within(seconds(5)).evaluate(unconfirmed, asOf(30)))
        .isEqualTo(new CannotTell("the arrival witness fell silent before +5.00s"));
  }

  @Test
  void the_API_alone_decides_after_its_reporting_delay() {
    var histories = aPodSeenByTheApiAlone("app");

    then(judge(APP_STARTS.within(seconds(5)), histories, 7.9)).isInstanceOf(StillOpen.class);
    then(judge(APP_STARTS.within(seconds(5)), histories, 8)).isInstanceOf(Violated.class);
  }

  @Test
  void a_second_that_straddles_the_deadline_cannot_tell() {
    var late = aPodSeenByTheApiAlone("app").at("5.4s").starts("app");

    then(judge(APP_STARTS.within(seconds(5.2)), late, 9))
        .isEqualTo(
            new CannotTell(
                "container app started between +5.00s and +5.40s (API, arrival), which may be before or after the deadline at +5.20s"));
  }

  @Test
  void a_container_that_the_pod_does_not_have_is_told_at_once() {
    var verdict =
        judge(
            ContainerStarts.first(ContainerRef.named("ap")).within(seconds(5)),
            aPod("app").at("2s").heard(),
            2);

    then(verdict).isEqualTo(new Violated("pod web has no container ap; it has app"));
  }

  @Test
  void a_pod_that_has_failed_ends_the_wait_for_a_start() {
    var failed =
        aPod("init", "app")
            .at("2s")
            .starts("init")
            .at("3s")
            .exits("init", 1)
            .is("Failed")
            .at("3.2s")
            .heard();

    then(judge(APP_STARTS.within(seconds(60)), failed, 4))
        .isEqualTo(new Violated("it had not started before the pod was Failed"));
  }

  @Test
  void an_invalid_image_name_ends_the_wait_at_once() {
    then(judge(
            APP_STARTS.within(seconds(60)),
            aPod("app").at("2s").waits("app", "InvalidImageName"),
            2))
        .isEqualTo(
            new Violated(
                "container app was waiting (InvalidImageName): because; nothing will mend that"));
  }

  @Test
  void an_image_that_cannot_be_pulled_ends_the_wait_after_some_patience() {
    var pulling =
        aPod("app").at("2s").waits("app", "ErrImagePull").at("4s").waits("app", "ImagePullBackOff");

    then(judge(APP_STARTS.within(seconds(60)), pulling, 11)).isInstanceOf(StillOpen.class);
    then(judge(APP_STARTS.within(seconds(60)), pulling, 12))
        .isEqualTo(
            new Violated(
                "container app was waiting (ImagePullBackOff): because for 10.0s; presumably nothing will mend that"));
  }

  @Test
  void what_the_scenario_did_since_may_mend_what_waits() {
    var stuck = aPod("app").at("1s").waits("app", "CreateContainerConfigError").at("29s").heard();
    var acted = new AsOf(at(5), at(6), at(29), seconds(10));

    then(APP_STARTS.within(seconds(60)).evaluate(stuck.confirmedAt(29), acted))
        .isInstanceOf(StillOpen.class);
  }

  @Test
  void order_within_one_second_is_decided_by_the_runtime() {
    var ordered =
        aPod("init", "app")
            .at("2.0s")
            .starts("init")
            .at("2.010s")
            .exits("init", 0)
            .at("2.020s")
            .starts("app");

    then(judge(INIT_COMPLETES.before(APP_STARTS, seconds(60)), ordered, 3))
        .isInstanceOf(Satisfied.class);
    then(judge(APP_STARTS.before(INIT_COMPLETES, seconds(60)), ordered, 3))
        .isInstanceOf(Violated.class);
  }

  @Test
  void order_within_one_second_is_told_by_a_status_that_has_the_one_without_the_other() {
    var ordered =
        aPodSeenByTheApiAlone("init", "app")
            .at("2.0s")
            .starts("init")
            .at("2.010s")
            .exits("init", 0)
            .at("2.020s")
            .starts("app");

    then(judge(INIT_COMPLETES.before(APP_STARTS, seconds(60)), ordered, 9))
        .isEqualTo(
            new Satisfied(
                "container init completed at +2.01s (API, arrival), container app started at +2.02s (API, arrival); a status of the pod has the first without the second"));
    then(judge(APP_STARTS.before(INIT_COMPLETES, seconds(60)), ordered, 9))
        .isEqualTo(
            new Violated(
                "container app started at +2.02s (API, arrival), container init completed at +2.01s (API, arrival); a status of the pod has the second without the first"));
  }

  @Test
  void exits_are_not_ordered_by_a_status_whose_states_were_read_one_after_the_other() {
    var together =
        aPodSeenByTheApiAlone("one", "two")
            .at("2.0s")
            .starts("one")
            .starts("two")
            .at("3.010s")
            .exits("one", 0)
            .at("3.020s")
            .exits("two", 0);
    var one = ContainerExits.anyhow(ContainerRef.named("one"));
    var two = ContainerExits.anyhow(ContainerRef.named("two"));

    then(judge(one.before(two, seconds(60)), together, 9)).isInstanceOf(CannotTell.class);
  }

  @Test
  void order_within_one_second_and_one_status_cannot_be_told_by_the_API_alone() {
    var ordered =
        aPodSeenByTheApiAlone("init", "app")
            .at("2.0s")
            .starts("init")
            .at("2.010s")
            .exits("init", 0)
            .at("2.020s")
            .starts("app")
            .inOneStatus();

    then(judge(INIT_COMPLETES.before(APP_STARTS, seconds(60)), ordered, 9))
        .isEqualTo(
            new CannotTell(
                "container init completed at +2.02s (API, arrival), container app started at +2.02s (API, arrival); no witness tells which came first"));
  }

  @Test
  void before_is_violated_when_the_second_came_and_the_first_had_not() {
    var wrong = aPod("init", "app").at("2s").starts("app").at("2.5s").heard();

    then(judge(INIT_COMPLETES.before(APP_STARTS, seconds(60)), wrong, 3))
        .isEqualTo(
            new Violated(
                "container app started at +2.00s (runtime, API, arrival) and container init completes had not come before"));
  }

  @Test
  void before_is_not_satisfied_by_a_second_that_never_comes() {
    var half =
        aPod("init", "app").at("2s").starts("init").at("3s").exits("init", 0).at("5.1s").heard();

    then(judge(INIT_COMPLETES.before(APP_STARTS, seconds(5)), half, 6))
        .isInstanceOf(Violated.class);
  }

  @Test
  void never_is_violated_at_once_and_satisfied_only_when_the_window_is_known() {
    then(judge(APP_STARTS.neverFor(seconds(5)), aPod("app").at("2s").starts("app"), 2))
        .isEqualTo(new Violated("container app started at +2.00s (runtime, API, arrival)"));
    then(judge(APP_STARTS.neverFor(seconds(5)), aPod("app"), 6.5)).isInstanceOf(StillOpen.class);
    then(judge(APP_STARTS.neverFor(seconds(5)), aPod("app").at("6.1s").heard(), 6.5))
        .isEqualTo(new Satisfied("nothing of the kind up to +6.00s (runtime)"));
  }

  @Test
  void never_looks_at_what_was_before_the_question() {
    then(judge(APP_STARTS.hasNever(), aPod("app").at("0.5s").starts("app"), 2))
        .isInstanceOf(Violated.class);
  }

  @Test
  void never_across_a_gap_cannot_tell() {
    var gap = aPod("app").at("4s").gap(Witness.RUNTIME, 2, 3).at("6.1s").heard();

    then(judge(APP_STARTS.neverFor(seconds(5)), gap, 7))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +2.00s and +3.00s (dropped)"));
  }

  @Test
  void a_start_after_the_window_does_not_break_never() {
    var after = aPod("app").at("6.5s").starts("app").heard();

    then(judge(APP_STARTS.neverFor(seconds(5)), after, 7)).isInstanceOf(Satisfied.class);
  }

  @Test
  void a_phase_that_stays_is_satisfied_after_the_reporting_delay() {
    var pending = new PodInPhase(PodRef.only(), "Pending").staysFor(seconds(2));

    then(judge(pending, aPod("app"), 5.9)).isInstanceOf(StillOpen.class);
    then(judge(pending, aPod("app"), 6))
        .isEqualTo(new Satisfied("without a break from +1.00s to +3.00s"));
  }

  @Test
  void a_phase_that_changes_within_the_time_does_not_stay() {
    var changed = aPod("app").at("2s").is("Running");

    then(judge(new PodInPhase(PodRef.only(), "Pending").staysFor(seconds(2)), changed, 3))
        .isEqualTo(new Violated("it ended by +2.00s (arrival)"));
  }

  @Test
  void a_state_that_does_not_hold_when_asked_does_not_stay() {
    var verdict = judge(new PodReady(PodRef.only()).staysFor(seconds(2)), aPod("app"), 4.5);

    then(verdict).isEqualTo(new Violated("the pod was Pending and not ready at +1.00s"));
  }

  @Test
  void readiness_that_was_lost_before_the_question_is_not_readiness() {
    var lost = aPod("app").at("0.2s").starts("app").at("0.5s").exits("app", 1).at("3.1s").heard();

    then(judge(new ContainerRunning(APP).holds().within(seconds(3)), lost, 4))
        .isInstanceOf(Violated.class);
  }

  @Test
  void lines_must_come_each_once_and_in_order() {
    var histories =
        aPod("app").at("2s").starts("app").logs("app", "note").logs("app", "a").logs("app", "b");

    then(judge(new LogRepeats(APP, java.util.List.of("a", "b"), seconds(1)), histories, 3))
        .isEqualTo(new Satisfied("all 2 lines, each once and in order (log)"));
    then(judge(new LogRepeats(APP, java.util.List.of("b", "a"), seconds(1)), histories, 3))
        .isEqualTo(new Violated("line 1 of them in its log is \"a\", where \"b\" was written"));
    then(judge(new LogRepeats(APP, java.util.List.of("a", "b", "c"), seconds(1)), histories, 5))
        .isEqualTo(new Violated("it shows 2 of 3 lines; the next would be \"c\""));
  }

  @Test
  void a_line_that_comes_twice_is_a_violation() {
    var twice =
        aPod("app").at("2s").starts("app").logs("app", "a").logs("app", "a").logs("app", "b");

    then(judge(new LogRepeats(APP, java.util.List.of("a", "b"), seconds(1)), twice, 3))
        .isEqualTo(new Violated("line 2 of them in its log is \"a\", where \"b\" was written"));
  }

  @Test
  void starts_are_counted_up_to_the_question() {
    var once = aPod("app").at("0.5s").starts("app").at("1.2s").heard();

    then(judge(new Counted(APP_STARTS, Amount.exactly(1)), once, 2))
        .isEqualTo(new Satisfied("that was so 1 time"));
    then(judge(new Counted(APP_STARTS, Amount.exactly(2)), once, 2))
        .isEqualTo(new Violated("that was so 1 time"));
  }

  @Test
  void the_order_in_which_observations_arrived_does_not_change_a_final_verdict() {
    var histories =
        aPod("init", "app")
            .at("2.0s")
            .starts("init")
            .at("2.3s")
            .exits("init", 0)
            .at("2.4s")
            .starts("app")
            .at("9s")
            .heard();
    var expectation = INIT_COMPLETES.before(APP_STARTS, seconds(60));
    var expected = expectation.evaluate(histories.history(), asOf(9));
    var random = new Random(7);

    for (var round = 0; round < 50; round++) {
      var runtime = new ArrayList<>(histories.history().observations());
      Collections.shuffle(runtime, random);
      var shuffled = new History(Histories.ZERO, histories.history().listening(), runtime);

      then(expectation.evaluate(shuffled, asOf(9)).getClass()).isEqualTo(expected.getClass());
    }
  }
}
