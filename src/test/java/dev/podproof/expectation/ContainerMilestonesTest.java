package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.expectation.Occurrence.Happened;
import dev.podproof.expectation.Occurrence.Impossible;
import dev.podproof.expectation.Occurrence.NotYet;
import dev.podproof.expectation.Occurrence.Unclear;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.RelativeTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a container: its starts, its ends, its running, and what its status says. */
class ContainerMilestonesTest {
  private static Histories threeRuns() {
    return aPod("app")
        .at("1s")
        .starts("app")
        .at("2s")
        .exits("app", 1, "Error")
        .at("3s")
        .starts("app")
        .at("4s")
        .exits("app", 137, "OOMKilled")
        .at("5s")
        .starts("app")
        .at("5s")
        .heard();
  }

  private static String seen(Milestone milestone, Histories histories) {
    var occurrence = Judged.seenAt(9, milestone, histories);
    return occurrence instanceof Happened happened
        ? new Judgement(histories.history(), Judged.asOf(9), milestone.aspect())
            .at(happened.moment())
        : occurrence instanceof NotYet notYet
            ? "not yet: " + notYet.instead()
            : occurrence instanceof Impossible impossible
                ? "impossible: " + impossible.because()
                : "unclear: " + ((Unclear) occurrence).because();
  }

  @ParameterizedTest
  @CsvSource({"1,+1.00s", "2,+3.00s", "3,+5.00s"})
  void the_nth_start_is_that_of_the_nth_run(int nth, String when) {
    then(seen(new ContainerStarts(APP, nth), threeRuns()))
        .isEqualTo("at " + when + " (runtime, API, arrival)");
  }

  @Test
  void a_start_that_has_not_come_is_told_with_what_is_the_case() {
    then(seen(new ContainerStarts(APP, 4), threeRuns()))
        .isEqualTo("not yet: it had not started (time 4); it was running");
    then(seen(ContainerStarts.first(APP), aPod("app")))
        .isEqualTo("not yet: it had not started; it was waiting (PodInitializing)");
  }

  @Test
  void starts_are_told_in_the_present_and_the_past() {
    then(ContainerStarts.first(APP).inWords()).isEqualTo("container app starts");
    then(ContainerStarts.first(APP).inPast()).isEqualTo("container app started");
    then(new ContainerStarts(APP, 2).inWords()).isEqualTo("container app starts (time 2)");
    then(new ContainerStarts(APP, 2).inPast()).isEqualTo("container app started (time 2)");
  }

  @Test
  void every_start_is_kept_in_order() {
    then(ContainerStarts.first(APP).every(threeRuns().history(), Judged.asOf(9)))
        .extracting(moment -> moment.interval().latest())
        .containsExactly(at(1), at(3), at(5));
  }

  @Test
  void a_start_that_only_the_runtime_saw_is_a_start() {
    var short_lived =
        aPod("app").unshown().at("1s").starts("app").at("1.1s").exits("app", 0).heard();

    then(seen(ContainerStarts.first(APP), short_lived)).isEqualTo("at +1.00s (runtime)");
    then(seen(ContainerExits.completed(APP), short_lived)).isEqualTo("at +1.10s (runtime)");
  }

  @Test
  void a_container_of_another_pod_with_the_same_name_is_not_taken_for_it() {
    var other = aPod("app").anotherPod("db", "app").at("2s").starts("app");

    then(seen(ContainerStarts.first(new ContainerRef(PodRef.named("web"), "app")), other))
        .isEqualTo("not yet: it had not started; it was waiting (PodInitializing)");
  }

  @Test
  void a_container_whose_making_failed_has_not_started() {
    var made = aPod("app").at("1s").waits("app", "CreateContainerError");

    then(seen(ContainerStarts.first(APP), made))
        .isEqualTo("not yet: it had not started; it was waiting (CreateContainerError)");
  }

  @Test
  void any_end_counts_where_none_is_named() {
    then(seen(ContainerExits.anyhow(APP), threeRuns()))
        .isEqualTo("at +2.00s (runtime, API, arrival)");
  }

  @Test
  void an_end_is_known_by_its_code() {
    then(seen(ContainerExits.withCode(APP, 137), threeRuns()))
        .isEqualTo("at +4.00s (runtime, API, arrival)");
    then(seen(ContainerExits.withCode(APP, 2), threeRuns()))
        .isEqualTo("not yet: it had not exited with code 2; it was running");
  }

  @Test
  void an_end_is_known_by_its_reason() {
    var oom = new ContainerExits(APP, new ExitMatch(List.of(), List.of("OOMKilled")), 1);

    then(seen(oom, threeRuns())).isEqualTo("at +4.00s (runtime, API, arrival)");
    then(oom.aspect()).isEqualTo(Aspect.STATUS);
    then(oom.inWords()).isEqualTo("container app exits with reason OOMKilled");
    then(oom.inPast()).isEqualTo("container app exited with reason OOMKilled");
    then(oom.missing()).isEqualTo("it had not exited with reason OOMKilled");
  }

  @Test
  void the_second_end_of_a_kind_is_counted_among_those_of_the_kind() {
    var failedTwice = new ContainerExits(APP, new ExitMatch(List.of(1, 137), List.of()), 2);

    then(seen(failedTwice, threeRuns())).isEqualTo("at +4.00s (runtime, API, arrival)");
    then(failedTwice.inWords()).isEqualTo("container app exits with code 1 or 137 (time 2)");
  }

  @Test
  void completing_is_an_end_with_code_0() {
    then(ContainerExits.completed(APP).inWords()).isEqualTo("container app completes");
    then(ContainerExits.completed(APP).inPast()).isEqualTo("container app completed");
    then(seen(ContainerExits.completed(APP), threeRuns()))
        .isEqualTo("not yet: it had not completed; it was running");
    then(ContainerExits.completed(APP).aspect()).isEqualTo(Aspect.RUNS);
  }

  @Test
  void an_end_in_a_pod_that_is_gone_can_not_come_any_more() {
    then(seen(ContainerExits.completed(APP), aPod("app").at("1s").starts("app").at("2s").gone()))
        .isEqualTo("impossible: it had not completed before the pod was gone");
  }

  @Test
  void an_end_in_a_failed_pod_can_not_come_any_more() {
    then(seen(ContainerStarts.first(APP), aPod("app").at("1s").is("Failed")))
        .isEqualTo("impossible: it had not started before the pod was Failed");
  }

  @Test
  void running_spans_from_each_start_to_its_exit() {
    then(new ContainerRunning(APP).spans(threeRuns().history()))
        .extracting(
            span -> span.from().interval().latest(),
            span -> span.until().map(end -> end.interval().latest()))
        .containsExactly(
            tuple(at(1), Optional.of(at(2))),
            tuple(at(3), Optional.of(at(4))),
            tuple(at(5), Optional.empty()));
  }

  @Test
  void running_that_was_over_before_the_question_is_not_running() {
    var over = aPod("app").at("0.2s").starts("app").at("0.8s").exits("app", 0).at("5s").heard();

    then(seen(new ContainerRunning(APP).holds(), over))
        .isEqualTo("not yet: it was not running; it was exited 0");
    then(seen(new ContainerRunning(APP).begins(), over))
        .isEqualTo("at +0.20s (runtime, API, arrival)");
  }

  @Test
  void a_pod_that_is_not_there_runs_nothing() {
    then(new ContainerRunning(APP).spans(nothing().history())).isEmpty();
    then(seen(new ContainerRunning(APP).holds(), nothing()))
        .isEqualTo("not yet: the pod was not there");
  }

  @Test
  void a_status_tells_readiness_and_its_loss() {
    var flapping =
        aPod("app")
            .at("1s")
            .starts("app")
            .at("2s")
            .becomesReady("app")
            .at("5s")
            .becomesUnready("app");
    var ready = new ContainerIs(APP, new ContainerFact.Ready(true));

    then(ready.spans(flapping.history())).hasSize(1);
    then(Judged.at(9, ready.staysFor(seconds(2)), flapping))
        .isEqualTo(new Violated("it was not ready; it was running at +1.00s"));
    then(Judged.at(4, ready.holds().within(seconds(3)), flapping))
        .isEqualTo(
            new Satisfied("container app was ready between +1.00s and +2.00s (runtime, arrival)"));
  }

  /** When each time begins at the latest, and when it ends. */
  private static List<String> times(ContainerFact fact) {
    var zero = new RelativeTime(at(0));
    return new ContainerIs(APP, fact)
        .spans(threeRuns().history()).stream()
            .map(
                span ->
                    zero.of(span.from().interval().latest())
                        + span.until()
                            .map(end -> " to " + zero.of(end.interval().latest()))
                            .orElse(""))
            .toList();
  }

  @Test
  void facts_hold_from_the_version_that_shows_them_to_the_one_that_does_not() {
    then(times(new ContainerFact.Waiting(List.of()))).containsExactly("+0.00s to +1.00s");
    then(times(new ContainerFact.Running()))
        .containsExactly("+1.00s to +2.00s", "+3.00s to +4.00s", "+5.00s");
    then(times(new ContainerFact.Terminated(ExitMatch.ANY)))
        .containsExactly("+2.00s to +3.00s", "+4.00s to +5.00s");
    then(times(new ContainerFact.Terminated(ExitMatch.code(137))))
        .containsExactly("+4.00s to +5.00s");
    then(times(new ContainerFact.Restarts(Amount.exactly(1)))).containsExactly("+3.00s to +5.00s");
    then(times(new ContainerFact.Started(false))).containsExactly("+0.00s");
    then(times(new ContainerFact.Ready(true))).isEmpty();
  }

  @Test
  void a_fact_that_is_not_so_is_told_with_what_the_container_is_at() {
    then(seen(new ContainerIs(APP, new ContainerFact.Ready(true)).holds(), threeRuns()))
        .isEqualTo("not yet: it was not ready; it was running");
    then(seen(
            new ContainerIs(APP, new ContainerFact.Terminated(ExitMatch.code(9))).holds(),
            threeRuns()))
        .isEqualTo("not yet: it was not terminated with code 9; it was running");
  }

  @Test
  void waiting_is_known_by_any_of_its_reasons() {
    var waits = new ContainerFact.Waiting(List.of("ErrImagePull", "ImagePullBackOff"));
    var pulling = aPod("app").at("2s").waits("app", "ImagePullBackOff");

    then(waits.inWords()).isEqualTo("is waiting with reason ErrImagePull or ImagePullBackOff");
    then(seen(new ContainerIs(APP, waits).holds(), pulling)).isEqualTo("by +2.00s (arrival)");
    then(waits.needsRunningContainers()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "EXACTLY,2,has restart count 2,true",
    "EXACTLY,1,has restart count 1,false",
    "AT_LEAST,2,has restart count of at least 2,true",
    "AT_LEAST,3,has restart count of at least 3,false",
    "AT_MOST,2,has restart count of at most 2,true",
    "AT_MOST,1,has restart count of at most 1,false",
  })
  void the_restart_count_is_compared(Amount.Kind kind, int number, String words, boolean holds) {
    var fact = new ContainerFact.Restarts(new Amount(kind, number));
    var latest = threeRuns().history();

    then(fact.inWords()).isEqualTo(words);
    then(fact.holds(latest.latest(threeRuns().pod()).orElseThrow().container("app").orElseThrow()))
        .isEqualTo(holds);
  }

  @Test
  void a_denied_fact_is_told_without_two_denials() {
    then(seen(
            new ContainerIs(APP, new ContainerFact.Started(false)).holds(),
            aPod("app").at("0.5s").becomesStarted("app")))
        .isEqualTo("not yet: it was started; it was waiting (PodInitializing)");
    then(seen(
            new ContainerIs(APP, new ContainerFact.Restarts(Amount.exactly(3))).holds(),
            threeRuns()))
        .isEqualTo("not yet: it had not restart count 3; it was running");
  }

  @Test
  void a_state_is_told_in_the_past() {
    then(new ContainerRunning(APP).holds().inPast()).isEqualTo("container app was running");
    then(new ContainerIs(APP, new ContainerFact.Restarts(Amount.exactly(3))).holds().inPast())
        .isEqualTo("container app had restart count 3");
  }
}
