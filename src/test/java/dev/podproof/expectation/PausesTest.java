package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pauses between runs, and between the times of anything else. */
class PausesTest {
  private static final PausesGrow RUNS = new PausesGrow(new Pauses.OfRuns(APP), Duration.ZERO);
  private static final PausesGrow LINES =
      new PausesGrow(new Pauses.OfTimes(new LogSays(APP, "try")), Duration.ZERO);

  /** Runs of 0.1 s each, with these pauses in seconds. */
  private static Histories runs(double... pauses) {
    var time = 1.0;
    var histories = aPod("app").at(time + "s").starts("app");
    for (var pause : pauses) {
      histories.at(time + 0.1 + "s").exits("app", 1);
      time += 0.1 + pause;
      histories.at(time + "s").starts("app");
    }
    return histories;
  }

  private static Histories lines(double... times) {
    var histories = aPod("app").at("0.1s").starts("app");
    for (var time : times) {
      histories.at(time + "s").logs("app", "try again");
    }
    return histories;
  }

  @Test
  void pauses_that_shrink_or_stay_the_same_do_not_grow() {
    then(Judged.asked(30, RUNS, runs(2, 1))).isEqualTo(new Violated("they were 2.0s, 1.0s"));
    then(Judged.asked(30, RUNS, runs(2, 2))).isEqualTo(new Violated("they were 2.0s, 2.0s"));
  }

  @Test
  void the_last_two_are_compared_for_the_first_restart_may_follow_at_once() {
    then(Judged.asked(30, RUNS, runs(5, 1, 2)))
        .isEqualTo(new Satisfied("they were 5.0s, 1.0s, 2.0s"));
    then(Judged.asked(30, RUNS, runs(1, 5, 2)))
        .isEqualTo(new Violated("they were 1.0s, 5.0s, 2.0s"));
  }

  @Test
  void the_first_that_counts_may_be_demanded_to_be_so_long() {
    var first = new PausesGrow(new Pauses.OfRuns(APP), seconds(2));

    then(Judged.asked(30, first, runs(1, 3))).isEqualTo(new Violated("they were 1.0s, 3.0s"));
    then(Judged.asked(30, first, runs(2, 3))).isEqualTo(new Satisfied("they were 2.0s, 3.0s"));
  }

  @Test
  void a_start_that_nobody_had_seen_when_it_was_asked_does_not_count() {
    then(Judged.asked(3, RUNS, runs(1, 3)))
        .isEqualTo(new Violated("they were 1.0s; it takes three runs to compare them"));
  }

  @Test
  void times_of_anything_have_pauses_as_well() {
    then(LINES.inWords()).isEqualTo("the pauses between the times container app logs \"try\" grow");
    then(Judged.asked(30, LINES, lines(1, 2, 4)))
        .isEqualTo(new Satisfied("they were 0.9s to 1.1s, 1.9s to 2.1s"));
    then(Judged.asked(30, LINES, lines(1, 3, 4)))
        .isEqualTo(new Violated("they were 1.9s to 2.1s, 0.9s to 1.1s"));
    then(Judged.asked(30, LINES, lines(1, 2)))
        .isEqualTo(new Violated("they were 0.9s to 1.1s; it takes three times to compare them"));
  }

  @Test
  void times_of_which_only_the_arrival_is_known_have_no_pauses() {
    var reported =
        new PausesGrow(
            new Pauses.OfTimes(
                new EventReported(
                    "BackOff",
                    new ObjectRef.OfPod(PodRef.only()),
                    Optional.empty(),
                    Optional.empty())),
            Duration.ZERO);
    var events =
        aPod("app")
            .at("1s")
            .reports("BackOff", "app", "x")
            .at("2s")
            .reports("BackOff", "app", "x")
            .at("4s")
            .reports("BackOff", "app", "x");

    then(Judged.asked(30, reported, events))
        .isEqualTo(new Violated("there was no pause yet; it takes three times to compare them"));
  }

  @Test
  void times_that_a_confirmed_watch_bounds_from_both_sides_have() {
    var exists =
        new PausesGrow(new Pauses.OfTimes(new PodReady(PodRef.only()).begins()), Duration.ZERO);
    var flapping = aPod("app").heard(Witness.ARRIVAL);
    for (var second : new int[] {1, 5, 20}) {
      flapping.at(second + ".5s").becomesReady("app").at(second + 2 + ".5s").becomesUnready("app");
    }

    then(Judged.asked(30, exists, flapping))
        .isEqualTo(new Satisfied("they were 3.5s to 4.5s, 14.5s to 15.5s"));
  }
}
