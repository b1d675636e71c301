package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
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
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A milestone within a budget from the last action. */
class EventuallyTest {
  private static final Expectation STARTS = ContainerStarts.first(APP).within(seconds(5));

  @Test
  void it_tells_the_milestone_and_the_budget() {
    then(STARTS.inWords()).isEqualTo("container app starts within 5.0s");
    then(STARTS.pod()).contains(APP.pod());
  }

  @Test
  void a_start_at_the_very_deadline_is_in_time() {
    then(Judged.at(5, STARTS, aPod("app").at("5s").starts("app")))
        .isEqualTo(new Satisfied("container app started at +5.00s (runtime, API, arrival)"));
  }

  @Test
  void a_start_before_the_question_counts() {
    then(Judged.at(2, STARTS, aPod("app").at("0.5s").starts("app")))
        .isEqualTo(new Satisfied("container app started at +0.50s (runtime, API, arrival)"));
  }

  @Test
  void a_start_right_after_the_deadline_is_late() {
    then(Judged.at(6, STARTS, aPod("app").at("5.2s").starts("app")))
        .isEqualTo(
            new Violated("container app started at +5.20s (runtime, API, arrival), 0.2s late"));
  }

  @Test
  void a_second_that_ends_with_the_deadline_is_in_time() {
    then(Judged.at(
            5,
            ContainerStarts.first(APP).within(Duration.ofNanos(4_999_999_999L)),
            aPodSeenByTheApiAlone("app").unshown().at("4.5s").starts("app").at("7s").shown()))
        .isEqualTo(new Satisfied("container app started between +4.00s and +5.00s (API, arrival)"));
  }

  @Test
  void a_second_that_begins_with_the_deadline_may_be_on_either_side() {
    var late = aPodSeenByTheApiAlone("app").unshown().at("5s").starts("app").at("7s").shown();

    then(Judged.at(7, STARTS, late))
        .isEqualTo(
            new StillOpen(
                at(8),
                at(5),
                "container app started between +5.00s and +6.00s (API, arrival), which may be before or after the deadline at +5.00s"));
    then(Judged.at(8, STARTS, late))
        .isEqualTo(
            new CannotTell(
                "container app started between +5.00s and +6.00s (API, arrival), which may be before or after the deadline at +5.00s"));
  }

  @Test
  void the_news_may_arrive_after_the_deadline_where_the_moment_lies_before_it() {
    var late = aPod("app").unshown().at("4.9s").starts("app").at("7s").shown();

    then(Judged.at(7, STARTS, late))
        .isEqualTo(new Satisfied("container app started at +4.90s (runtime, API, arrival)"));
  }

  @Test
  void a_restarted_container_satisfies_with_its_first_start() {
    var twice = aPod("app").at("2s").starts("app").at("3s").exits("app", 1).at("4s").starts("app");

    then(Judged.at(4, STARTS, twice))
        .isEqualTo(new Satisfied("container app started at +2.00s (runtime, API, arrival)"));
  }

  @Test
  void no_pod_at_all_is_told_once_the_API_has_confirmed() {
    then(Judged.at(5, STARTS, nothing().at("5s").heard()))
        .isEqualTo(new Violated("the pod was not there at +5.00s"));
    then(Judged.at(4, STARTS, nothing().at("4s").heard()))
        .isEqualTo(new StillOpen(at(8), at(5), "the pod was not there"));
  }

  @Test
  void two_pods_are_not_told_apart() {
    var two = aPod("app").anotherPod("db", "app").at("2s").starts("app");

    then(Judged.at(2, STARTS, two))
        .isEqualTo(new CannotTell("the pod is one of 2 pods (web, db): say which one is meant"));
  }

  @Test
  void two_pods_are_told_apart_by_their_names() {
    var two = aPod("app").anotherPod("db", "app").at("2s").starts("app");
    var ofDb =
        ContainerStarts.first(new ContainerRef(PodRef.named("db"), "app")).within(seconds(5));

    then(Judged.at(2, ofDb, two))
        .isEqualTo(
            new Satisfied("container app of pod db started at +2.00s (runtime, API, arrival)"));
  }

  @Test
  void a_pod_that_was_replaced_is_not_asked_any_more() {
    var replaced = aPod("app").at("1s").starts("app").at("2s").isReplaced().at("5s").heard();

    then(Judged.at(8, STARTS, replaced))
        .isEqualTo(new Violated("it had not started; it was waiting (PodInitializing) at +5.00s"));
  }

  @Test
  void a_pod_that_is_gone_ends_the_wait_as_soon_as_all_that_led_there_is_known() {
    var gone = aPod("app").at("2s").gone();

    then(Judged.at(2, STARTS, gone)).isInstanceOf(StillOpen.class);
    then(Judged.at(3, STARTS, gone.at("2s").heard()))
        .isEqualTo(new Violated("it had not started before the pod was gone"));
  }

  @Test
  void an_ephemeral_container_is_waited_for_like_any_other() {
    var debugged = aPod("app").at("2s").isGivenEphemeral("debug").at("3s").starts("debug");

    then(Judged.at(3, ContainerStarts.first(ContainerRef.named("debug")).within(BUDGET), debugged))
        .isEqualTo(new Satisfied("container debug started at +3.00s (runtime, API, arrival)"));
  }

  @Test
  void a_gap_over_the_deadline_cannot_tell_that_nothing_happened() {
    var gap = aPod("app").at("5.5s").gap(Witness.RUNTIME, 4, 5.5).at("6s").heard();

    then(Judged.at(6, STARTS, gap))
        .isEqualTo(
            new CannotTell("the runtime witness has a gap between +4.00s and +5.50s (dropped)"));
  }

  @Test
  void a_gap_elsewhere_does_not_matter() {
    var gap = aPod("app").at("9s").gap(Witness.RUNTIME, 7, 8).heard();

    then(Judged.at(9, STARTS, gap)).isInstanceOf(Violated.class);
  }

  @Test
  void a_gap_of_a_witness_that_is_not_asked_does_not_matter() {
    var gap = aPod("app").at("6s").gap(Witness.LOG, 2, 3).heard();

    then(Judged.at(6, STARTS, gap)).isInstanceOf(Violated.class);
  }

  @Test
  void a_start_that_was_seen_outweighs_a_gap() {
    var gap = aPod("app").at("3s").gap(Witness.RUNTIME, 1, 2).at("4s").starts("app");

    then(Judged.at(4, STARTS, gap)).isInstanceOf(Satisfied.class);
  }

  @Test
  void patience_counts_from_the_first_status_that_shows_the_trouble() {
    var stuck =
        aPod("app").at("2s").waits("app", "ErrImagePull").at("9s").waits("app", "ImagePullBackOff");
    var wait = ContainerStarts.first(APP).within(BUDGET);

    then(Judged.at(11.9, wait, stuck)).isInstanceOf(StillOpen.class);
    then(Judged.at(12, wait, stuck)).isInstanceOf(Violated.class);
  }

  @Test
  void trouble_that_was_mended_in_between_counts_from_its_return() {
    var again =
        aPod("app")
            .at("1s")
            .waits("app", "ErrImagePull")
            .at("5s")
            .waits("app", "PodInitializing")
            .at("9s")
            .waits("app", "ErrImagePull");
    var wait = ContainerStarts.first(APP).within(BUDGET);

    then(Judged.at(18, wait, again)).isInstanceOf(StillOpen.class);
    then(Judged.at(19, wait, again)).isInstanceOf(Violated.class);
  }

  @Test
  void an_unschedulable_pod_is_given_up_after_some_patience_that_counts_from_the_news() {
    var unschedulable =
        aPod("app")
            .at("1s")
            .has("PodScheduled", "False", "Unschedulable", "0/1 nodes are available");

    then(Judged.at(10.9, ContainerStarts.first(APP).within(BUDGET), unschedulable))
        .isInstanceOf(StillOpen.class);
    then(Judged.at(11, ContainerStarts.first(APP).within(BUDGET), unschedulable))
        .isEqualTo(
            new Violated(
                "the pod is unschedulable: 0/1 nodes are available for 10.0s; presumably nothing will mend that"));
  }

  @Test
  void an_unschedulable_pod_is_given_up_though_it_was_seen_before_its_action_was_over() {
    var unschedulable =
        nothing()
            .at("2s")
            .anotherPod("web", "app")
            .at("4s")
            .has("PodScheduled", "False", "Unschedulable", "0/1 nodes are available");
    var applied = new AsOf(at(3), at(3), at(14), seconds(10));

    then(ContainerStarts.first(APP).within(BUDGET).evaluate(unschedulable.confirmedAt(14), applied))
        .isEqualTo(
            new Violated(
                "the pod is unschedulable: 0/1 nodes are available for 10.0s; presumably nothing will mend that"));
  }

  @Test
  void a_stuck_pod_does_not_end_the_wait_for_what_needs_no_container() {
    var stuck = aPod("app").at("2s").waits("app", "InvalidImageName");
    var condition =
        new PodIs(
                PodRef.only(),
                new PodFact.Condition(
                    "Initialized", "True", Optional.empty(), Optional.empty(), Optional.empty()))
            .holds();

    then(Judged.at(30, condition.within(BUDGET), stuck)).isInstanceOf(StillOpen.class);
  }

  @Test
  void patience_without_end_never_gives_up() {
    var stuck = aPod("app").at("2s").waits("app", "ErrImagePull");
    var patient = new AsOf(at(0), at(1), at(40), AsOf.PATIENT);

    then(ContainerStarts.first(APP).within(BUDGET).evaluate(stuck.confirmedAt(40), patient))
        .isInstanceOf(StillOpen.class);
  }

  @Test
  void one_stuck_pod_ends_the_wait_for_all_and_not_for_fewer_than_the_others() {
    var stuck = aPod("app").anotherPod("other", "app").at("2s").waits("app", "InvalidImageName");
    var ready = new PodReady(PodRef.only());
    var all = new PodGroup(PodRef.only(), Optional.empty()).are(ready);
    var one = new PodGroup(PodRef.only(), Optional.of(new Amount(Amount.Kind.AT_LEAST, 1)));
    var two = new PodGroup(PodRef.only(), Optional.of(Amount.exactly(2)));
    var none = new PodGroup(PodRef.only(), Optional.of(Amount.exactly(0)));

    then(Judged.at(4, all.holds().within(BUDGET), stuck))
        .isEqualTo(
            new Violated(
                "of pod other, container app was waiting (InvalidImageName): because; nothing will mend that"));
    then(Judged.at(4, two.are(ready).holds().within(BUDGET), stuck)).isInstanceOf(Violated.class);
    then(Judged.at(4, one.are(ready).holds().within(BUDGET), stuck)).isInstanceOf(StillOpen.class);
    then(Judged.at(4, none.are(ready).holds().within(BUDGET), stuck)).isInstanceOf(Satisfied.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "ImagePullBackOff, Back-off pulling image \"busybox\": ErrImagePull: pull QPS exceeded",
        "CreateContainerError, sandbox container \"d285aed908d5\" is not running",
        "CreateContainerError, failed to reserve container name \"app_0\": it is reserved for \"cd09\"",
        "CreateContainerError, context deadline exceeded",
        "ErrImagePull, rpc error: code = DeadlineExceeded desc = context deadline exceeded"
      })
  void what_the_kubelet_puts_right_by_itself_is_waited_for(String reason, String message) {
    var busy = aPod("app").at("2s").waits("app", reason, message);

    then(Judged.at(30, ContainerStarts.first(APP).within(seconds(60)), busy))
        .isInstanceOf(StillOpen.class);
  }
}
