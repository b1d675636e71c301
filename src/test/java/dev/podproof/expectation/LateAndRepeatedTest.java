package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Milestones that are meant the n-th time, and such as come after their budget. */
class LateAndRepeatedTest {
  private static Histories restarted() {
    return aPod("app")
        .at("1s")
        .starts("app")
        .at("2s")
        .exits("app", 1)
        .at("3s")
        .starts("app")
        .at("30s")
        .heard();
  }

  private static Verdict judge(Expectation expectation, Histories histories) {
    return Judged.at(30, expectation, histories);
  }

  @Test
  void a_second_start_is_not_the_first_one() {
    var never =
        NeverWithin.until(new ContainerStarts(APP, 2), ContainerExits.anyhow(APP), seconds(9));

    then(judge(never, restarted())).isInstanceOf(Satisfied.class);
    then(judge(
            NeverWithin.until(ContainerStarts.first(APP), ContainerExits.anyhow(APP), seconds(9)),
            restarted()))
        .isEqualTo(new Violated("container app started at +1.00s (runtime, API, arrival)"));
  }

  @Test
  void of_a_group_too_the_second_start_is_not_the_first_one() {
    var second =
        new PodGroup(PodRef.only(), Optional.empty()).reach(new ContainerStarts(APP, 2), true);
    var once = aPod("app").at("1s").starts("app").at("30s").heard();

    then(judge(second.within(seconds(9)), once)).isInstanceOf(Violated.class);
    then(judge(second.within(seconds(9)), restarted())).isInstanceOf(Satisfied.class);
  }

  @Test
  void an_end_that_came_after_its_budget_does_not_mend_a_never() {
    var never =
        NeverWithin.until(ContainerExits.withCode(APP, 7), new ContainerStarts(APP, 2), seconds(2));

    then(judge(never, restarted()))
        .isEqualTo(
            new Violated(
                "container app started (time 2) at +3.00s (runtime, API, arrival), 1.0s late"));
  }

  @Test
  void an_end_that_came_after_its_budget_does_not_mend_a_state_that_stayed() {
    var stays =
        new StaysUntil(
            new PodIs(PodRef.only(), new PodFact.NotReady()),
            new ContainerStarts(APP, 2),
            seconds(2));

    then(judge(stays, restarted())).isInstanceOf(Violated.class);
  }

  @Test
  void what_is_counted_from_must_come_in_time() {
    var since = new Counted.Since(new ContainerStarts(APP, 2), seconds(2));
    var counted = new Counted(ContainerExits.anyhow(APP), Amount.exactly(0), Optional.of(since));

    then(judge(counted, restarted())).isInstanceOf(Violated.class);
  }

  @Test
  void lines_that_a_gap_may_have_swallowed_are_not_said_to_be_missing() {
    var repeats = new LogRepeats(APP, List.of("a", "b"), seconds(5));
    var logged = aPod("app").at("1s").starts("app").logs("app", "a").at("30s").heard();

    then(judge(repeats, logged))
        .isEqualTo(new Violated("it shows 1 of 2 lines; the next would be \"b\""));
    then(judge(repeats, logged.gap(Witness.LOG, 2, 3)))
        .isEqualTo(new CannotTell("the log witness has a gap between +2.00s and +3.00s (dropped)"));
  }

  @Test
  void a_line_after_the_budget_does_not_count() {
    var repeats = new LogRepeats(APP, List.of("a"), seconds(5));
    var late = aPod("app").at("1s").starts("app").at("6.5s").logs("app", "a").at("30s").heard();

    then(judge(repeats, late))
        .isEqualTo(new Violated("it shows 0 of 1 lines; the next would be \"a\""));
  }

  @Test
  void a_turn_whose_witnesses_contradict_each_other_cannot_be_told_and_breaks_nothing() {
    // The status arrived, by the harness's clock, at the very moment of what it tells.
    var disputed = aPod("app").at("3s").starts("app").at("4s").exits("app", 1).at("30s").heard();
    var running = new ContainerIs(APP, new ContainerFact.Running()).begins();
    var order = new Before(ContainerExits.anyhow(APP), running, seconds(20));

    then(order.evaluate(disputed.confirmedAt(30), Judged.asOf(30)).because()).isNotBlank();
  }
}
