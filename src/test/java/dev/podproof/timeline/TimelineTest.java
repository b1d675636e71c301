package dev.podproof.timeline;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Interval;
import dev.podproof.timeline.Span.Stage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static Timeline of(Histories pod) {
    return Timeline.of(pod.history(), List.of(), UnaryOperator.identity());
  }

  private static Lane lane(Timeline timeline, String name) {
    return timeline.pods().get(0).lanes().stream()
        .filter(lane -> lane.container().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_container_waits_runs_and_is_terminated() {
    var timeline =
        of(
            Histories.aPod("app")
                .at("1s")
                .starts("app")
                .at("3s")
                .exits("app", 1)
                .at("5s")
                .acts("x"));

    var spans = lane(timeline, "app").spans();
    then(spans)
        .extracting(Span::stage)
        .containsExactly(Stage.WAITING, Stage.RUNNING, Stage.TERMINATED);
    then(spans.get(1).words()).isEqualTo("running, exited 1");
    then(spans.get(1).begins()).isEqualTo(Interval.at(Histories.at(1)));
    then(spans.get(1).ends()).isEqualTo(Interval.at(Histories.at(3)));
    then(lane(timeline, "app").status().lastExit()).isEqualTo("exited 1");
  }

  @Test
  void where_only_the_API_tells_a_start_stays_as_wide_as_it_is_known() {
    var timeline = of(Histories.aPodSeenByTheApiAlone("app").at("2.7s").starts("app"));

    var running = lane(timeline, "app").spans().get(1);
    then(running.stage()).isEqualTo(Stage.RUNNING);
    then(running.begins().width()).isPositive();
  }

  @Test
  void a_container_that_waits_again_says_why() {
    var timeline =
        of(
            Histories.aPod("app")
                .at("1s")
                .starts("app")
                .at("2s")
                .exits("app", 1)
                .at("3s")
                .waits("app", "CrashLoopBackOff")
                .at("9s")
                .acts("x"));

    then(lane(timeline, "app").spans())
        .extracting(Span::words)
        .containsExactly(
            "waiting (PodInitializing)",
            "running, exited 1",
            "exited 1",
            "waiting (CrashLoopBackOff)");
  }

  @Test
  void ready_logs_and_dependencies_are_marks() {
    var timeline =
        of(
            Histories.aPod("app")
                .at("1s")
                .starts("app")
                .logs("app", "one")
                .logs("app", "two")
                .at("2s")
                .becomesReady("app")
                .at("3s")
                .acts("my-database:5432 refuses connections")
                .acts("apply web.yaml"));

    then(lane(timeline, "app").marks())
        .extracting(Mark::words)
        .containsExactly("ready", "first line: one", "last of 2 lines: two");
    then(timeline.marks())
        .extracting(Mark::kind)
        .containsExactly(Mark.Kind.DEPENDENCY, Mark.Kind.ACTION);
  }
}
