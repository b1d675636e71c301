package dev.podproof.timeline;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What lanes, marks, logs and changes tell of pods. */
class LanesTest {
  private static Timeline of(Histories histories) {
    return Timeline.of(histories.history(), List.of(), UnaryOperator.identity());
  }

  private static PodLanes pod(Histories histories) {
    return of(histories).pods().get(0);
  }

  private static Lane lane(Histories histories) {
    return pod(histories).lanes().get(0);
  }

  @Test
  void nothing_heard_is_an_empty_timeline_that_ends_where_it_began() {
    var empty = of(Histories.nothing());

    then(empty.hasPods()).isFalse();
    then(empty.end()).isEqualTo(empty.zero()).isEqualTo(at(0));
  }

  @Test
  void the_timeline_ends_with_the_last_step_where_that_is_later() {
    var step = new StepWindow("Then it is so", 3, "ok", at(1), at(9));

    then(Timeline.of(aPod("app").at("4s").acts("x").history(), List.of(step), w -> w).end())
        .isEqualTo(at(9));
    then(of(aPod("app").at("4s").acts("x")).end()).isEqualTo(at(4));
  }

  @Test
  void instants_that_are_not_known_lie_at_the_edges() {
    var timeline = of(aPod("app").at("4s").acts("x"));

    then(timeline.seconds(java.time.Instant.MIN)).isZero();
    then(timeline.seconds(java.time.Instant.MAX)).isEqualTo(4);
    then(timeline.seconds(at(2.5))).isEqualTo(2.5);
  }

  @Test
  void lanes_stand_in_the_order_in_which_the_kubelet_starts_them() {
    var lanes = pod(aPod("init", "sidecar", "app").at("1s").isGivenEphemeral("debug")).lanes();

    then(lanes).extracting(Lane::container).containsExactly("init", "sidecar", "app", "debug");
    then(lanes)
        .extracting(Lane::role)
        .containsExactly(
            ContainerRole.INIT, ContainerRole.SIDECAR, ContainerRole.APP, ContainerRole.EPHEMERAL);
  }

  @Test
  void a_restart_within_a_second_is_two_runs_and_a_mark() {
    var lane =
        lane(
            aPod("app")
                .at("1.2s")
                .starts("app")
                .at("1.4s")
                .exits("app", 1)
                .at("1.6s")
                .starts("app")
                .at("3s")
                .acts("x"));

    then(lane.spans())
        .extracting(Span::words)
        .containsExactly("waiting (PodInitializing)", "running, exited 1", "exited 1", "running");
    then(lane.marks()).extracting(Mark::words).containsExactly("restart 1");
    then(lane.status()).isEqualTo(new Lane.Status("running", "", "exited 1", 1, false));
  }

  @Test
  void a_run_that_goes_on_is_drawn_to_the_end_of_the_recording() {
    var running = lane(aPod("app").at("1s").starts("app").at("7s").acts("x")).spans().get(1);

    then(running.ends()).isEqualTo(Interval.from(at(7)));
    then(running.witnesses()).isEqualTo("start: runtime, API, arrival");
  }

  @Test
  void a_run_of_a_pod_that_is_gone_is_drawn_to_its_going() {
    var running = lane(aPod("app").at("1s").starts("app").at("7s").gone()).spans().get(1);

    then(running.ends().latest()).isEqualTo(at(7));
  }

  @Test
  void probes_that_turn_are_marks() {
    var lane =
        lane(
            aPod("app")
                .at("1s")
                .starts("app")
                .at("2s")
                .becomesStarted("app")
                .at("3s")
                .becomesReady("app")
                .at("4s")
                .becomesUnready("app"));

    then(lane.marks())
        .extracting(Mark::words)
        .containsExactly("startup passed", "ready", "not ready");
    then(lane.marks()).extracting(Mark::kind).containsOnly(Mark.Kind.PROBE);
  }

  @Test
  void phases_conditions_events_and_the_end_of_a_pod_are_its_marks() {
    var pod =
        pod(
            aPod("app")
                .at("1s")
                .has("PodScheduled", "True", "", "")
                .is("Running")
                .reports("Scheduled", "", "assigned")
                .at("2s")
                .has("Ready", "True", "Because", "")
                .at("3s")
                .isTerminating()
                .at("4s")
                .gone());

    then(pod.marks())
        .extracting(Mark::words)
        .containsExactly(
            "Pending",
            "Running",
            "Running, being deleted",
            "PodScheduled is True",
            "Ready is True (Because)",
            "Scheduled: assigned",
            "gone");
  }

  @Test
  void an_event_of_a_container_stands_in_its_lane_alone() {
    var histories = aPod("app").at("1s").reports("Pulled", "app", "there already");

    then(lane(histories).marks()).extracting(Mark::words).containsExactly("Pulled: there already");
    then(pod(histories).marks()).extracting(Mark::kind).doesNotContain(Mark.Kind.EVENT);
  }

  @Test
  void an_event_of_a_predecessor_of_the_same_name_is_not_the_pods() {
    var timeline = of(aPod("app").at("1s").reports("Scheduled", "", "old").isReplaced());

    then(timeline.pods()).hasSize(2);
    then(timeline.pods().get(0).marks()).extracting(Mark::words).contains("Scheduled: old");
    then(timeline.pods().get(1).marks()).extracting(Mark::words).containsExactly("Pending");
  }

  @Test
  void a_witness_that_did_not_listen_is_a_mark() {
    then(of(aPod("app").at("3s").gap(Witness.RUNTIME, 1, 2)).marks())
        .containsExactly(
            new Mark(
                Mark.Kind.GAP,
                new Interval(at(1), at(2)),
                "runtime was not heard: dropped",
                "harness"));
  }

  @Test
  void pods_that_the_harness_brings_are_ours() {
    then(pod(aPod("app").labelled(History.ROLE_LABEL, "dependency")).ours()).isTrue();
    then(pod(aPod("app").labelled("app", "web")).ours()).isFalse();
  }

  @Test
  void of_a_long_log_the_last_forty_lines_are_kept_and_all_are_counted() {
    var histories = aPod("app").at("1s").starts("app");
    for (var i = 1; i <= 50; i++) {
      histories.logs("app", "line " + i);
    }
    var log = lane(histories).logs().get(0);

    then(log.count()).isEqualTo(50);
    then(log.tail()).hasSize(40);
    then(log.tail().get(0).text()).isEqualTo("line 11");
    then(lane(histories).marks())
        .extracting(Mark::words)
        .containsExactly("first line: line 1", "last of 50 lines: line 50");
  }

  @Test
  void each_run_has_its_own_log() {
    var lane =
        lane(
            aPod("app")
                .at("1s")
                .starts("app")
                .logs("app", "one")
                .at("2s")
                .exits("app", 0)
                .starts("app")
                .logs("app", "two"));

    then(lane.logs()).extracting(RunLog::run).containsExactly(1, 2);
    then(lane.logs()).extracting(log -> log.tail().get(0).text()).containsExactly("one", "two");
  }

  @Test
  void a_secret_is_hidden_before_a_line_is_cut() {
    var line = "x".repeat(395) + "hunter2hunter2";
    var history = aPod("app").at("1s").starts("app").logs("app", line).history();
    var timeline = Timeline.of(history, List.of(), text -> text.replace("hunter2hunter2", "***"));

    then(timeline.pods().get(0).lanes().get(0).logs().get(0).tail().get(0).text())
        .isEqualTo("x".repeat(395) + "***");
  }

  @Test
  void a_line_that_is_too_long_says_how_much_is_left_out() {
    var lane = lane(aPod("app").at("1s").starts("app").logs("app", "y".repeat(410)));

    then(lane.logs().get(0).tail().get(0).text())
        .isEqualTo("y".repeat(400) + " ... (10 more characters)");
  }

  @Test
  void changes_are_told_in_order_of_time_and_without_log_lines() {
    var changes =
        Change.of(
            pod(
                aPod("app")
                    .at("1s")
                    .is("Running")
                    .at("2s")
                    .starts("app")
                    .logs("app", "hello")
                    .at("5s")
                    .exits("app", 3)
                    .at("6s")
                    .acts("x")));

    then(changes)
        .extracting(Change::words)
        .containsExactly(
            "pod  Pending",
            "app  waiting (PodInitializing)",
            "pod  Running",
            "app  started",
            "app  exited 3");
    then(changes.get(0).isOnlyBounded()).isTrue();
    then(changes.get(3).isOnlyBounded()).isFalse();
    then(changes.get(3).at()).isEqualTo(at(2));
  }
}
