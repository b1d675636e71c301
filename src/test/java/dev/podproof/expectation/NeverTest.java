package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Witness;
import org.junit.jupiter.api.Test;

/** A milestone that is not to be reached for a time, or was not up to the question. */
class NeverTest {
  private static final Milestone STARTS = ContainerStarts.first(APP);

  @Test
  void it_tells_how_long_it_looks() {
    then(STARTS.neverFor(seconds(5)).inWords()).isEqualTo("never for 5.0s: container app starts");
    then(STARTS.hasNever().inWords()).isEqualTo("never up to now: container app starts");
    then(STARTS.hasNever().pod()).contains(APP.pod());
  }

  @Test
  void has_never_is_decided_as_soon_as_the_runtime_has_spoken_of_the_question() {
    then(Judged.at(1, STARTS.hasNever(), aPod("app").at("0.9s").heard()))
        .isEqualTo(new StillOpen(at(4), at(1), "nothing of the kind so far"));
    then(Judged.at(1, STARTS.hasNever(), aPod("app").at("1s").heard()))
        .isEqualTo(new Satisfied("nothing of the kind up to +1.00s (runtime)"));
  }

  @Test
  void what_happens_after_the_question_does_not_break_has_never() {
    then(Judged.at(2, STARTS.hasNever(), aPod("app").at("1.1s").starts("app").at("2s").heard()))
        .isEqualTo(new Satisfied("nothing of the kind up to +1.00s (runtime)"));
  }

  @Test
  void a_start_at_the_very_end_of_the_window_breaks_it() {
    then(Judged.at(6, STARTS.neverFor(seconds(5)), aPod("app").at("6s").starts("app")))
        .isEqualTo(new Violated("container app started at +6.00s (runtime, API, arrival)"));
  }

  @Test
  void a_second_over_the_end_of_the_window_cannot_tell() {
    var over = aPodSeenByTheApiAlone("app").at("6.5s").unshown().starts("app").at("8s").shown();
    var words =
        "container app started between +6.00s and +7.00s (API, arrival), which may be before or after +6.20s";

    then(Judged.at(8, STARTS.neverFor(seconds(5.2)), over))
        .isEqualTo(new StillOpen(at(9.2), at(6.2), words));
    then(Judged.at(9.2, STARTS.neverFor(seconds(5.2)), over)).isEqualTo(new CannotTell(words));
  }

  @Test
  void the_API_alone_needs_its_reporting_delay() {
    var histories = aPodSeenByTheApiAlone("app");

    then(Judged.at(8.9, STARTS.neverFor(seconds(5)), histories)).isInstanceOf(StillOpen.class);
    then(Judged.at(9, STARTS.neverFor(seconds(5)), histories))
        .isEqualTo(new Satisfied("nothing of the kind up to +6.00s (arrival)"));
  }

  @Test
  void a_watch_that_dropped_before_the_question_cannot_tell() {
    var gap = aPodSeenByTheApiAlone("app").at("1s").gap(Witness.ARRIVAL, 0.2, 0.8);

    then(Judged.at(9, STARTS.neverFor(seconds(5)), gap))
        .isEqualTo(
            new CannotTell("the arrival witness has a gap between +0.20s and +0.80s (dropped)"));
  }

  @Test
  void a_violation_outweighs_a_gap() {
    var gap = aPod("app").at("3s").gap(Witness.RUNTIME, 1, 2).at("4s").starts("app");

    then(Judged.at(4, STARTS.neverFor(seconds(5)), gap)).isInstanceOf(Violated.class);
  }

  @Test
  void two_pods_are_not_told_apart() {
    then(Judged.at(9, STARTS.hasNever(), aPod("app").anotherPod("db", "app").at("8s").heard()))
        .isEqualTo(new CannotTell("the pod is one of 2 pods (web, db): say which one is meant"));
  }

  @Test
  void no_pod_means_that_nothing_of_it_happened() {
    then(Judged.at(1, STARTS.hasNever(), nothing().at("1s").heard()))
        .isEqualTo(new Satisfied("nothing of the kind up to +1.00s (runtime)"));
  }

  @Test
  void a_runtime_that_falls_silent_decides_nothing() {
    then(Judged.at(20, STARTS.hasNever(), aPod("app")))
        .isEqualTo(new CannotTell("the runtime witness fell silent before +1.00s"));
  }

  @Test
  void a_second_start_is_broken_by_the_restart_alone() {
    var again = new ContainerStarts(APP, 2).neverFor(seconds(5));
    var once = aPod("app").at("2s").starts("app").at("6s").heard();

    then(Judged.at(6, again, once)).isInstanceOf(Satisfied.class);
    then(Judged.at(6, again, once.at("5s").exits("app", 1).at("5.5s").starts("app")))
        .isEqualTo(
            new Violated("container app started (time 2) at +5.50s (runtime, API, arrival)"));
  }
}
