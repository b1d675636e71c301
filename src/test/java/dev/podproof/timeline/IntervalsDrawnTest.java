package dev.podproof.timeline;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.RelativeTime;
import dev.podproof.timeline.Mark.Kind;
import dev.podproof.timeline.Span.Stage;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** In which interval each stretch and each mark is drawn, by which witness, and what is hidden. */
class IntervalsDrawnTest {
  private static final RelativeTime ZERO = new RelativeTime(at(0));

  private static Timeline of(Histories histories) {
    return Timeline.of(histories.history(), List.of(), UnaryOperator.identity());
  }

  private static Timeline hiding(Histories histories) {
    return Timeline.of(histories.history(), List.of(), text -> text.replace("hunter2", "***"));
  }

  private static PodLanes pod(Histories histories) {
    return of(histories).pods().get(0);
  }

  private static Lane lane(Histories histories) {
    return pod(histories).lanes().get(0);
  }

  /** Each stretch with the best instants of its ends. */
  private static List<String> stretches(Lane lane) {
    return lane.spans().stream()
        .map(
            span ->
                span.stage()
                    + " "
                    + ZERO.of(Timeline.point(span.begins()))
                    + " to "
                    + ZERO.of(Timeline.point(span.ends()))
                    + ": "
                    + span.words())
        .toList();
  }

  private static Interval between(double from, double to) {
    return new Interval(at(from), at(to));
  }

  @Test
  void a_run_that_the_runtime_saw_is_drawn_between_what_it_was_before_and_after() {
    var lane =
        lane(aPod("app").at("1.2s").starts("app").at("3.4s").exits("app", 0).at("5s").acts("x"));

    then(stretches(lane))
        .containsExactly(
            "WAITING +0.00s to +1.20s: waiting (PodInitializing)",
            "RUNNING +1.20s to +3.40s: running, exited 0",
            "TERMINATED +3.40s to +5.00s: exited 0");
    then(lane.spans().get(1))
        .isEqualTo(
            new Span(
                Stage.RUNNING,
                Interval.at(at(1.2)),
                Interval.at(at(3.4)),
                "running, exited 0",
                "start: runtime, API, arrival; exit: runtime, API, arrival"));
    then(lane.spans().get(2).ends()).isEqualTo(Interval.from(at(5)));
  }

  @Test
  void a_run_that_the_API_alone_saw_is_drawn_in_its_seconds() {
    var run =
        lane(aPodSeenByTheApiAlone("app")
                .shownAfter(seconds(2))
                .at("1.2s")
                .starts("app")
                .at("3.4s")
                .exits("app", 1))
            .spans()
            .get(1);

    then(run)
        .isEqualTo(
            new Span(
                Stage.RUNNING,
                Interval.ofSecond(at(1)),
                Interval.ofSecond(at(3)),
                "running, exited 1",
                "start: API, arrival; exit: API, arrival"));
  }

  @Test
  void each_reason_to_wait_is_a_stretch_of_its_own_from_the_news_of_it() {
    var lane =
        lane(
            aPod("app")
                .at("1s")
                .waits("app", "ErrImagePull")
                .at("2s")
                .waits("app", "ErrImagePull")
                .at("4s")
                .waits("app", "ImagePullBackOff", "Back-off pulling image")
                .at("6s")
                .acts("x"));

    then(stretches(lane))
        .containsExactly(
            "WAITING +0.00s to +1.00s: waiting (PodInitializing)",
            "WAITING +1.00s to +4.00s: waiting (ErrImagePull)",
            "WAITING +4.00s to +6.00s: waiting (ImagePullBackOff)");
    then(lane.status())
        .isEqualTo(
            new Lane.Status("waiting (ImagePullBackOff)", "Back-off pulling image", "", 0, false));
  }

  @Test
  void a_status_that_came_when_the_container_already_ran_draws_no_waiting_after_its_start() {
    var late =
        aPod("app")
            .at("2s")
            .unshown()
            .starts("app")
            .at("3s")
            .shown()
            .at("5s")
            .exits("app", 1)
            .at("6s")
            .waits("app", "CrashLoopBackOff")
            .at("9s")
            .starts("app")
            .at("9.5s")
            .acts("x");

    then(lane(late).spans())
        .extracting(Span::words)
        .containsExactly(
            "waiting (PodInitializing)",
            "running, exited 1",
            "exited 1",
            "waiting (CrashLoopBackOff)",
            "running");
  }

  @Test
  void a_container_without_any_run_stays_what_it_waits_for_until_its_pod_is_gone() {
    then(stretches(lane(aPod("app").at("4s").gone().at("9s").acts("x"))))
        .containsExactly("WAITING +0.00s to +4.00s: waiting (PodInitializing)");
  }

  @Test
  void a_startup_probe_starts_over_with_each_run() {
    var lane =
        lane(
            aPod("app")
                .at("1s")
                .starts("app")
                .at("2s")
                .becomesStarted("app")
                .at("3s")
                .exits("app", 1)
                .at("4s")
                .starts("app"));

    then(lane.marks())
        .containsExactly(
            new Mark(Kind.PROBE, Interval.until(at(2)), "startup passed", "API"),
            new Mark(Kind.PROBE, Interval.until(at(3)), "startup reset", "API"),
            new Mark(Kind.RESTART, Interval.until(at(4)), "restart 1", "API"));
  }

  @Test
  void what_a_version_shows_came_after_the_version_before_was_written() {
    var stamped =
        aPod("app").at("1.5s").stamped().is("Running").at("3.5s").stamped().isTerminating();

    then(pod(stamped).marks())
        .containsExactly(
            new Mark(Kind.POD, Interval.until(at(0)), "Pending", "arrival"),
            new Mark(Kind.POD, Interval.until(at(1.5)), "Running", "arrival"),
            new Mark(Kind.POD, between(1, 3.5), "Running, being deleted", "arrival"));
    then(lane(stamped.at("4s").starts("app").becomesReady("app")).marks())
        .containsExactly(new Mark(Kind.PROBE, between(3, 4), "ready", "API"));
  }

  @Test
  void a_condition_is_drawn_in_the_second_of_its_stamp_before_the_news() {
    var marks =
        pod(aPod("app")
                .at("2.4s")
                .has("PodScheduled", "False", "Unschedulable", "no node")
                .at("5.2s")
                .has("PodScheduled", "True", "", "")
                .at("6.2s")
                .has("PodScheduled", "True", "", ""))
            .marks();

    then(marks)
        .containsExactly(
            new Mark(Kind.POD, Interval.until(at(0)), "Pending", "arrival"),
            new Mark(Kind.POD, between(5, 5.2), "PodScheduled is True", "API"));
  }

  @Test
  void a_condition_that_was_true_and_is_no_more_says_why() {
    var marks =
        pod(aPod("app").at("2.4s").becomesReady("app").at("4.2s").becomesUnready("app")).marks();

    then(marks)
        .extracting(Mark::words)
        .containsExactly("Pending", "Ready is True", "Ready is False (ContainersNotReady)");
    then(marks.get(2).interval()).isEqualTo(between(4, 4.2));
  }

  @Test
  void the_end_of_a_pod_is_told_by_who_knows_of_it() {
    var marks = pod(aPod("app").at("2.5s").stamped().is("Running").at("4s").gone()).marks();

    then(marks.get(marks.size() - 1))
        .isEqualTo(new Mark(Kind.POD, between(2, 4), "gone", "API, arrival"));
  }

  @Test
  void an_event_that_names_no_UID_is_that_of_the_pod_of_its_name_and_kind() {
    var histories =
        aPod("app")
            .at("1s")
            .reportsOf("Pod", "web", "Killing", "Stopping container app")
            .reportsOf("Pod", "db", "Killing", "Stopping container db")
            .reportsOf("Job", "web", "Completed", "Job completed");

    then(pod(histories).marks())
        .containsExactly(
            new Mark(Kind.POD, Interval.until(at(0)), "Pending", "arrival"),
            new Mark(
                Kind.EVENT, Interval.until(at(1)), "Killing: Stopping container app", "arrival"));
  }

  @Test
  void the_harness_acts_in_the_interval_of_its_request() {
    then(of(nothing().at("2s").acts("my-database:5432 opens").acts("apply web.yaml")).marks())
        .containsExactly(
            new Mark(Kind.DEPENDENCY, Interval.at(at(2)), "my-database:5432 opens", "harness"),
            new Mark(Kind.ACTION, Interval.at(at(2)), "apply web.yaml", "harness"));
  }

  @Test
  void what_nobody_may_see_is_hidden_wherever_the_cluster_says_it() {
    var histories =
        aPod("app")
            .at("1s")
            .acts("patch with hunter2")
            .has("PodScheduled", "True", "hunter2", "")
            .reports("Failed", "app", "cannot use hunter2")
            .reports("Failed", "", "hunter2 is wrong")
            .starts("app")
            .logs("app", "password hunter2")
            .at("2s")
            .exits("app", 1)
            .at("3s")
            .waits("app", "CreateContainerError", "env hunter2");
    var timeline = hiding(histories);
    var pod = timeline.pods().get(0);
    var lane = pod.lanes().get(0);

    then(timeline.marks()).extracting(Mark::words).containsExactly("patch with ***");
    then(pod.marks())
        .extracting(Mark::words)
        .containsExactly("Pending", "PodScheduled is True (***)", "Failed: *** is wrong");
    then(lane.marks())
        .extracting(Mark::words)
        .containsExactly("first line: password ***", "Failed: cannot use ***");
    then(lane.logs())
        .containsExactly(new RunLog(1, 1, List.of(new RunLog.Line(at(1), "password ***"))));
    then(lane.status())
        .isEqualTo(
            new Lane.Status("waiting (CreateContainerError)", "env ***", "exited 1", 0, false));
  }

  @Test
  void pods_stand_in_the_order_in_which_they_were_first_seen_each_with_its_phase() {
    var two = of(aPod("app").at("1s").is("Running").anotherPod("db", "app").at("2s").is("Failed"));

    then(two.hasPods()).isTrue();
    then(two.pods())
        .extracting(pod -> pod.pod().name() + " " + pod.phase().name())
        .containsExactly("web Running", "db Failed");
  }

  @Test
  void one_line_of_a_log_is_its_first_and_no_last() {
    then(lane(aPod("app").at("1s").starts("app").logs("app", "only")).marks())
        .containsExactly(new Mark(Kind.LOG, Interval.at(at(1)), "first line: only", "log"));
  }

  @Test
  void changes_leave_out_what_a_log_says_and_keep_what_probes_say() {
    var changes =
        Change.of(
            pod(
                aPod("app")
                    .at("1s")
                    .starts("app")
                    .logs("app", "hello")
                    .at("2s")
                    .becomesStarted("app")
                    .reports("Pulled", "app", "there already")
                    .acts("x")));

    then(changes)
        .extracting(change -> ZERO.of(change.at()) + " " + change.words())
        .containsExactly(
            "+0.00s pod  Pending",
            "+0.00s app  waiting (PodInitializing)",
            "+1.00s app  started",
            "+2.00s app  startup passed",
            "+2.00s app  Pulled: there already");
  }

  @Test
  void the_best_instant_is_the_latest_that_is_known() {
    then(Timeline.point(between(1, 2))).isEqualTo(at(2));
    then(Timeline.point(Interval.from(at(1)))).isEqualTo(at(1));
    then(Timeline.point(Interval.until(at(2)))).isEqualTo(at(2));
    then(Timeline.point(Interval.UNKNOWN)).isEqualTo(Instant.MIN);
  }
}
