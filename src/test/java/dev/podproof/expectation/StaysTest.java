package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.expectation.Judged.SIDECAR;
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
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import org.junit.jupiter.api.Test;

/** A state that holds when asked about, for a time or until something happens. */
class StaysTest {
  private static final State RUNNING = new ContainerRunning(APP);
  private static final State PENDING = new PodInPhase(PodRef.only(), "Pending");

  private static Histories runningFromTheStart() {
    return aPod("app", "sidecar").at("0.2s").starts("app");
  }

  @Test
  void it_tells_the_state_and_the_time() {
    then(RUNNING.staysFor(seconds(5)).inWords()).isEqualTo("container app is running for 5.0s");
    then(new StaysUntil(RUNNING, ContainerExits.anyhow(SIDECAR), BUDGET).inWords())
        .isEqualTo("container app is running until container sidecar exits");
    then(RUNNING.staysFor(seconds(5)).pod()).contains(APP.pod());
  }

  @Test
  void it_is_open_until_the_runtime_has_spoken_of_its_end() {
    then(Judged.at(6, RUNNING.staysFor(seconds(5)), runningFromTheStart().at("5.9s").heard()))
        .isEqualTo(new StillOpen(at(9), at(6), "so far without a break"));
    then(Judged.at(6, RUNNING.staysFor(seconds(5)), runningFromTheStart().at("6s").heard()))
        .isEqualTo(new Satisfied("without a break from +1.00s to +6.00s"));
  }

  @Test
  void it_is_broken_at_once_by_an_exit_even_at_its_very_end() {
    then(Judged.at(6, RUNNING.staysFor(seconds(5)), runningFromTheStart().at("6s").exits("app", 0)))
        .isEqualTo(new Violated("it ended at +6.00s (runtime, API, arrival)"));
  }

  @Test
  void an_exit_after_its_end_does_not_break_it() {
    then(Judged.at(
            7,
            RUNNING.staysFor(seconds(5)),
            runningFromTheStart().at("6.1s").exits("app", 0).heard()))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void a_quick_restart_is_a_break_though_it_runs_before_and_after() {
    var restarted = runningFromTheStart().at("3s").exits("app", 1).at("3.1s").starts("app");

    then(Judged.at(9, RUNNING.staysFor(seconds(5)), restarted.at("9s").heard()))
        .isEqualTo(new Violated("it ended at +3.00s (runtime, API, arrival)"));
  }

  @Test
  void what_was_broken_before_the_question_and_holds_at_it_stays() {
    var again =
        aPod("app").at("0.2s").starts("app").at("0.4s").exits("app", 1).at("0.6s").starts("app");

    then(Judged.at(6, RUNNING.staysFor(seconds(5)), again.at("6s").heard()))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void what_begins_after_the_question_does_not_stay() {
    then(Judged.at(
            6, RUNNING.staysFor(seconds(5)), aPod("app").at("1.5s").starts("app").at("6s").heard()))
        .isInstanceOf(Violated.class);
  }

  @Test
  void a_start_in_the_second_of_the_question_may_be_after_it() {
    var coarse = aPodSeenByTheApiAlone("app").unshown().at("1.5s").starts("app").at("2s").shown();

    then(Judged.at(9, RUNNING.staysFor(seconds(2)), coarse))
        .isEqualTo(
            new CannotTell(
                "container app is running between +1.00s and +2.00s (API, arrival), perhaps after the question"));
  }

  @Test
  void an_exit_in_the_second_of_the_end_may_be_within_the_time() {
    var coarse =
        aPodSeenByTheApiAlone("app")
            .at("0.2s")
            .starts("app")
            .unshown()
            .at("3.5s")
            .exits("app", 0)
            .at("5s")
            .shown();

    then(Judged.at(9, RUNNING.staysFor(seconds(2.2)), coarse))
        .isEqualTo(
            new CannotTell(
                "it ended between +3.00s and +4.00s (API, arrival), which may be within the time"));
  }

  @Test
  void a_gap_cannot_tell_that_there_was_no_break() {
    then(Judged.at(
            6,
            RUNNING.staysFor(seconds(5)),
            runningFromTheStart().at("6s").gap(Witness.RUNTIME, 2, 3).heard()))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +2.00s and +3.00s (dropped)"));
  }

  @Test
  void a_phase_needs_the_APIs_confirmation() {
    then(Judged.at(5.9, PENDING.staysFor(seconds(2)), aPod("app"))).isInstanceOf(StillOpen.class);
    then(Judged.at(6, PENDING.staysFor(seconds(2)), aPod("app"))).isInstanceOf(Satisfied.class);
  }

  @Test
  void a_phase_ends_with_its_pod() {
    then(Judged.at(9, PENDING.staysFor(seconds(2)), aPod("app").at("2s").gone()))
        .isEqualTo(new Violated("it ended by +2.00s (arrival)"));
  }

  @Test
  void a_pod_that_is_not_there_is_nothing() {
    then(Judged.at(9, PENDING.staysFor(seconds(2)), nothing()))
        .isEqualTo(new Violated("the pod was not there at +1.00s"));
  }

  @Test
  void until_is_satisfied_by_an_end_before_the_break() {
    var until = new StaysUntil(RUNNING, ContainerStarts.first(SIDECAR), BUDGET);

    then(Judged.at(9, until, runningFromTheStart().at("3s").starts("sidecar").at("9s").heard()))
        .isEqualTo(new Satisfied("without a break until +3.00s"));
  }

  @Test
  void until_waits_for_its_end() {
    var until = new StaysUntil(RUNNING, ContainerStarts.first(SIDECAR), seconds(5));

    then(Judged.at(4, until, runningFromTheStart().at("4s").heard())).isInstanceOf(StillOpen.class);
    then(Judged.at(5, until, runningFromTheStart().at("5s").heard()))
        .isEqualTo(new Violated("it had not started; it was waiting (PodInitializing) at +5.00s"));
  }
}
