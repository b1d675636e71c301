package dev.podproof.expectation;

import static dev.podproof.expectation.Judged.APP;
import static dev.podproof.expectation.Judged.BUDGET;
import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.podproof.expectation.Occurrence.NotYet;
import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a pod: it appears, goes, is in a phase, is ready, and has conditions. */
class PodMilestonesTest {
  private static final PodRef POD = PodRef.only();

  private static PodFact.Condition condition(String type, String status) {
    return new PodFact.Condition(
        type, status, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void a_pod_exists_from_its_first_version_on() {
    then(new PodExists(POD).inWords()).isEqualTo("the pod exists");
    then(Judged.at(
            3, new PodExists(POD).within(BUDGET), nothing().at("3s").anotherPod("web", "app")))
        .isEqualTo(new Satisfied("the pod was seen by +3.00s (arrival)"));
    then(Judged.at(10, new PodExists(PodRef.named("db")).within(seconds(5)), aPod("app")))
        .isEqualTo(new Violated("pod db was not there at +5.00s"));
  }

  @Test
  void a_pod_goes_when_the_API_says_so() {
    var goes = new PodGoes(POD);

    then(goes.inWords()).isEqualTo("the pod is gone");
    then(Judged.at(3, goes.within(BUDGET), aPod("app").at("3s").gone()))
        .isEqualTo(new Satisfied("the pod was gone by +3.00s (arrival)"));
    then(Judged.at(8, goes.within(seconds(5)), aPod("app")))
        .isEqualTo(new Violated("it was still there at +5.00s"));
  }

  @Test
  void a_pod_that_was_replaced_is_gone_by_its_name_and_there_again() {
    var replaced = aPod("app").at("3s").isReplaced();

    then(Judged.at(8, new PodGoes(PodRef.named("web")).within(seconds(5)), replaced))
        .isEqualTo(new Violated("it was still there at +5.00s"));
  }

  @Test
  void a_phase_begins_with_the_version_that_has_it() {
    var running = new PodInPhase(POD, "Running");

    then(running.inWords()).isEqualTo("the pod is Running");
    then(Judged.at(3, running.holds().within(BUDGET), aPod("app").at("3s").is("Running")))
        .isEqualTo(new Satisfied("the pod was Running by +3.00s (arrival)"));
    then(Judged.at(8, running.holds().within(seconds(5)), aPod("app")))
        .isEqualTo(new Violated("the pod was Pending at +5.00s"));
  }

  @Test
  void a_phase_that_the_pod_has_left_for_good_is_told_at_once() {
    then(Judged.at(
            8,
            new PodInPhase(POD, "Succeeded").holds().within(BUDGET),
            aPod("app").at("3s").is("Failed")))
        .isEqualTo(new Violated("the pod was Failed"));
    then(Judged.at(
            8,
            new PodInPhase(POD, "Succeeded").holds().within(BUDGET),
            aPod("app").at("3s").gone()))
        .isEqualTo(new Violated("the pod was gone"));
  }

  @Test
  void there_is_no_other_phase() {
    thenThrownBy(() -> new PodInPhase(POD, "Terminating"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a pod has no phase \"Terminating\"; its phases are Pending, Running, Succeeded, Failed, Unknown");
  }

  @Test
  void only_phases_that_need_containers_end_with_a_stuck_one() {
    then(new PodInPhase(POD, "Running").needsRunningContainers()).isTrue();
    then(new PodInPhase(POD, "Failed").needsRunningContainers()).isFalse();
  }

  @Test
  void readiness_has_its_conditions_stamp() {
    var ready = aPodSeenByTheApiAlone("app").at("2s").starts("app").at("3.4s").becomesReady("app");

    then(Judged.at(4, new PodReady(POD).holds().within(BUDGET), ready))
        .isEqualTo(new Satisfied("the pod was ready between +3.00s and +3.40s (API, arrival)"));
  }

  @Test
  void a_pod_that_is_not_ready_is_told_with_why() {
    var unready =
        aPod("app")
            .at("2s")
            .starts("app")
            .becomesReady("app")
            .at("3s")
            .becomesUnready("app")
            .is("Running");

    then(Judged.at(8, new PodReady(POD).staysFor(seconds(1)), unready.at("5s")))
        .isInstanceOf(Violated.class);
    then(Judged.seenAt(
            8,
            new PodReady(POD).holds(),
            aPod("app")
                .at("2s")
                .has(
                    "Ready",
                    "False",
                    "ContainersNotReady",
                    "containers with unready status: [app]")))
        .isEqualTo(
            new NotYet(
                "the pod was Pending and not ready (containers with unready status: [app])"));
  }

  @Test
  void a_pod_that_ended_can_not_become_ready() {
    then(Judged.at(
            8, new PodReady(POD).holds().within(BUDGET), aPod("app").at("2s").is("Succeeded")))
        .isEqualTo(new Violated("it was not ready before the pod was Succeeded"));
  }

  @Test
  void not_ready_is_the_absence_of_ready() {
    var not = new PodIs(POD, new PodFact.NotReady());

    then(not.inWords()).isEqualTo("the pod is not ready");
    then(Judged.at(2, not.holds().within(BUDGET), aPod("app"))).isInstanceOf(Satisfied.class);
    then(Judged.seenAt(8, not.holds(), aPod("app").at("0.2s").becomesReady("app")))
        .isEqualTo(new NotYet("it was ready"));
  }

  @Test
  void terminating_is_the_deletion_timestamp() {
    var terminating = new PodIs(POD, new PodFact.Terminating());

    then(terminating.inWords()).isEqualTo("the pod is terminating");
    then(Judged.at(3, terminating.holds().within(BUDGET), aPod("app").at("3s").isTerminating()))
        .isEqualTo(new Satisfied("the pod was terminating by +3.00s (arrival)"));
    then(Judged.at(
            3,
            terminating.holds().within(BUDGET),
            aPod("app").at("3s").gone().heard(Witness.ARRIVAL).at("7s")))
        .isInstanceOf(StillOpen.class);
    then(Judged.at(6, terminating.holds().within(BUDGET), aPod("app").at("3s").gone()))
        .isEqualTo(new Violated("the pod was Pending before the pod was gone"));
  }

  @Test
  void a_condition_is_known_by_type_and_status() {
    var initialized = new PodIs(POD, condition("Initialized", "True"));

    then(initialized.inWords()).isEqualTo("the pod has condition Initialized True");
    then(initialized.holds().inPast()).isEqualTo("the pod had condition Initialized True");
    then(Judged.seenAt(3, initialized.holds(), aPod("app")))
        .isEqualTo(new NotYet("the pod had no condition Initialized"));
    then(Judged.seenAt(
            3,
            initialized.holds(),
            aPod("app")
                .has(
                    "Initialized",
                    "False",
                    "ContainersNotInitialized",
                    "containers with incomplete status: [init]")))
        .isEqualTo(
            new NotYet(
                "it was False (ContainersNotInitialized): containers with incomplete status: [init]"));
    then(Judged.at(
            3,
            initialized.holds().within(BUDGET),
            aPod("app").at("2s").has("Initialized", "True", "", "")))
        .isEqualTo(
            new Satisfied("the pod had condition Initialized True at +2.00s (API, arrival)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a, b | true", "b, a | true", "a | false", "a, b, c | false"})
  void a_condition_names_exactly_what_stands_in_brackets(String names, boolean holds) {
    var naming =
        new PodFact.Condition(
            "Ready",
            "False",
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.of(names.split(", "))));
    var history =
        aPod("a", "b").has("Ready", "False", "R", "containers with unready status: [a b]");

    then(naming.holds(history.history().latest(history.pod()).orElseThrow())).isEqualTo(holds);
    then(naming.inWords()).isEqualTo("has condition Ready False naming exactly " + names);
  }

  @Test
  void a_condition_is_known_by_reason_and_a_part_of_its_message() {
    var fact =
        new PodFact.Condition(
            "PodScheduled",
            "False",
            Optional.of("Unschedulable"),
            Optional.of(TextMatch.containing("cpu")),
            Optional.empty());
    var history = aPod("app").has("PodScheduled", "False", "Unschedulable", "insufficient cpu");
    var pod = history.history().latest(history.pod()).orElseThrow();

    then(fact.holds(pod)).isTrue();
    then(fact.inWords())
        .isEqualTo("has condition PodScheduled False with reason Unschedulable saying \"cpu\"");
    then(new PodFact.Condition(
                "PodScheduled", "False", Optional.of("X"), Optional.empty(), Optional.empty())
            .holds(pod))
        .isFalse();
    then(new PodFact.Condition(
                "PodScheduled",
                "False",
                Optional.empty(),
                Optional.of(TextMatch.containing("memory")),
                Optional.empty())
            .holds(pod))
        .isFalse();
  }

  @Test
  void the_only_pod_is_the_one_under_test() {
    then(POD.inWords()).isEqualTo("the pod");
    then(POD.in(nothing().history())).isEqualTo(new PodRef.Found.NoneYet());
    then(POD.in(
            aPod("app")
                .unshown()
                .anotherPod("probe")
                .labelled(History.ROLE_LABEL, "client")
                .shown()
                .history()))
        .isInstanceOf(PodRef.Found.One.class);
  }

  @Test
  void a_pod_that_replaced_another_is_the_one_that_is_meant() {
    var replaced = aPod("app").at("2s").isReplaced();

    then(POD.in(replaced.history())).isEqualTo(new PodRef.Found.One(replaced.pod()));
    then(PodRef.named("web").in(replaced.history()))
        .isEqualTo(new PodRef.Found.One(replaced.pod()));
  }

  @Test
  void where_a_controller_makes_another_the_end_of_one_is_not_the_end() {
    var ref = PodRef.ownedBy("job", "import");
    var running = new PodInPhase(ref, "Running").holds().within(BUDGET);
    var terminating = new PodIs(ref, new PodFact.Terminating()).holds().within(BUDGET);
    var failed = aPod("app").ownedBy("Job", "import").at("2s").starts("app").exits("app", 1);
    var gone = failed.is("Failed").at("3s").gone();

    then(Judged.at(5, running, gone)).isInstanceOf(StillOpen.class);
    then(Judged.at(5, terminating, gone)).isInstanceOf(StillOpen.class);
    then(Judged.at(70, running, gone)).isInstanceOf(Violated.class);
    then(Judged.at(
            9,
            running,
            gone.at("7s")
                .anotherPod("again", "app")
                .ownedBy("Job", "import")
                .starts("app")
                .is("Running")))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void of_pods_that_are_all_gone_the_youngest_is_meant() {
    var gone = aPod("app").at("1s").gone().at("2s").anotherPod("db", "app").at("3s").gone();

    then(POD.in(gone.history())).isEqualTo(new PodRef.Found.One(gone.pod()));
  }

  @Test
  void a_pod_is_known_by_its_owner_in_any_case_of_its_kind() {
    var owned = aPod("app").anotherPod("import-x", "app").ownedBy("Job", "import");
    var ref = PodRef.ownedBy("job", "import");

    then(ref.in(owned.history())).isEqualTo(new PodRef.Found.One(owned.pod()));
    then(ref.inWords()).isEqualTo("the pod of job import");
    then(PodRef.ownedBy("job", "other").in(owned.history())).isEqualTo(new PodRef.Found.NoneYet());
  }

  @Test
  void a_pod_is_known_by_its_label() {
    var labelled = aPod("app").anotherPod("db", "app").labelled("app", "db");
    var ref = PodRef.labelled("app", "db");

    then(ref.in(labelled.history())).isEqualTo(new PodRef.Found.One(labelled.pod()));
    then(ref.inWords()).isEqualTo("the pod labelled app=db");
  }

  @Test
  void a_label_that_two_pods_carry_does_not_tell_them_apart() {
    var two = aPod("app").labelled("app", "x").anotherPod("db", "app").labelled("app", "x");

    then(PodRef.labelled("app", "x").in(two.history()))
        .isEqualTo(
            new PodRef.Found.Several(
                "the pod labelled app=x is one of 2 pods (web, db): say which one is meant"));
  }

  @Test
  void a_container_is_told_with_its_pod_where_that_is_named() {
    then(APP.inWords()).isEqualTo("container app");
    then(new ContainerRef(PodRef.named("db"), "app").inWords())
        .isEqualTo("container app of pod db");
    then(new ContainerRef(PodRef.labelled("app", "x"), "app").inWords())
        .isEqualTo("container app of the pod labelled app=x");
  }

  @Test
  void terminating_begins_in_the_second_of_the_write_that_shows_it() {
    var terminating = new PodIs(POD, new PodFact.Terminating()).holds().within(BUDGET);
    var pod = aPod("app").at("3.2s").stamped().at("3.4s").isTerminating();

    then(Judged.at(4, terminating, pod))
        .isEqualTo(
            new Satisfied("the pod was terminating between +3.00s and +3.40s (API, arrival)"));
    then(Judged.at(
            4,
            terminating,
            aPod("app").gap(Witness.ARRIVAL, 1, 2).at("3.2s").stamped().isTerminating()))
        .isEqualTo(new Satisfied("the pod was terminating by +3.20s (arrival)"));
  }

  @Test
  void news_that_come_after_the_API_has_confirmed_are_bounded_from_below() {
    var terminating = new PodIs(POD, new PodFact.Terminating()).holds().within(seconds(2));
    var pod = aPod("app").at("8s").heard(Witness.ARRIVAL).at("9s").isTerminating();

    then(Judged.at(9, terminating, pod))
        .isEqualTo(
            new Violated("the pod was terminating between +5.00s and +9.00s (arrival), 3.0s late"));
  }

  @Test
  void a_state_that_may_just_have_been_over_when_it_was_asked_for_cannot_be_told() {
    var ready = new PodReady(POD).holds().within(seconds(3));
    var pod = aPod("app").at("0.2s").becomesReady("app").at("1.2s").becomesUnready("app");

    then(Judged.at(2, ready, pod)).isInstanceOf(StillOpen.class);
    then(Judged.at(9, ready, pod))
        .isEqualTo(
            new CannotTell(
                "the pod was ready from +0.00s on (API), which may be before or after the deadline"
                    + " at +3.00s"));
    then(Judged.at(9, ready, pod.at("2.5s").becomesReady("app")))
        .isEqualTo(new Satisfied("the pod was ready between +0.00s and +2.50s (API)"));
  }
}
