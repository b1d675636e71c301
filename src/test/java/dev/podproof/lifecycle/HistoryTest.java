package dev.podproof.lifecycle;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.aPodSeenByTheApiAlone;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static dev.podproof.lifecycle.Histories.seconds;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be asked of everything that was seen. */
class HistoryTest {
  private static List<ContainerRun> runs(Histories histories) {
    return histories.history().runsOf(histories.pod(), "app");
  }

  @Test
  void nothing_was_seen_in_the_beginning() {
    var history = nothing().history();

    then(history.pods()).isEmpty();
    then(history.actions()).isEmpty();
    then(history.objects()).isEmpty();
    then(history.lost()).isEmpty();
    then(history.podNamed("web")).isEmpty();
    then(history.heardUpTo(Witness.RUNTIME)).isEqualTo(Instant.MIN);
  }

  @Test
  void one_more_observation_leaves_the_history_as_it_was() {
    var before = nothing().history();
    var after = before.plus(new Observation.ClusterLost(at(1), "gone"));

    then(before.lost()).isEmpty();
    then(after.lost()).contains(new Observation.ClusterLost(at(1), "gone"));
  }

  @Test
  void each_pod_counts_once_however_many_versions_it_has() {
    var two = aPod("app").is("Running").anotherPod("db", "app").is("Running");

    then(two.history().pods()).extracting(PodIdentity::name).containsExactly("web", "db");
    then(two.history().versionsOf(two.pod())).hasSize(2);
  }

  @Test
  void of_two_pods_of_a_name_the_youngest_is_meant() {
    var replaced = aPod("app").at("1s").isReplaced();

    then(replaced.history().podNamed("web")).contains(replaced.pod());
    then(replaced.history().pods()).hasSize(2);
  }

  @Test
  void the_newest_version_counts() {
    var histories = aPod("app").at("1s").is("Running").at("2s").is("Succeeded");

    then(histories.history().latest(histories.pod()).orElseThrow().phase().name())
        .isEqualTo("Succeeded");
  }

  @Test
  void runs_stand_in_the_order_of_their_starts_with_how_they_ended() {
    var restarted =
        aPod("app").at("1s").starts("app").at("2s").exits("app", 3).at("4s").starts("app");

    then(runs(restarted)).extracting(ContainerRun::containerId).containsExactly("app-1", "app-2");
    then(runs(restarted).get(0).exit()).contains(Exit.withCode(3));
    then(runs(restarted).get(0).isRunning()).isFalse();
    then(runs(restarted).get(1).isRunning()).isTrue();
    then(runs(restarted).get(1).exit()).isEmpty();
  }

  @Test
  void one_start_that_both_witnesses_saw_is_one_run() {
    then(runs(aPod("app").at("1.2s").starts("app"))).hasSize(1);
    then(runs(aPod("app").at("1.2s").starts("app")).get(0).started().orElseThrow().interval())
        .isEqualTo(Interval.at(at(1.2)));
  }

  @Test
  void the_API_alone_knows_a_start_to_the_second_and_up_to_its_arrival() {
    var late = aPodSeenByTheApiAlone("app").unshown().at("1.2s").starts("app").at("5s").shown();

    then(runs(late).get(0).started().orElseThrow().interval()).isEqualTo(Interval.ofSecond(at(1)));
    then(runs(aPodSeenByTheApiAlone("app").at("1.2s").starts("app"))
            .get(0)
            .started()
            .orElseThrow()
            .interval())
        .isEqualTo(new Interval(at(1), at(1.2)));
  }

  @Test
  void a_run_before_the_last_is_known_from_the_status_of_the_next() {
    var missed =
        aPodSeenByTheApiAlone("app")
            .unshown()
            .at("1s")
            .starts("app")
            .at("2s")
            .exits("app", 1)
            .at("3s")
            .starts("app")
            .at("4s")
            .shown();

    then(runs(missed)).hasSize(2);
    then(runs(missed).get(0).exited().orElseThrow().interval()).isEqualTo(Interval.ofSecond(at(2)));
  }

  @Test
  void the_reason_of_the_status_is_kept_beside_the_code_of_the_runtime() {
    var killed = aPod("app").at("1s").starts("app").at("2s").exits("app", 137, "OOMKilled");

    then(runs(killed).get(0).exit().orElseThrow().inWords()).isEqualTo("exited 137 (OOMKilled)");
  }

  @Test
  void a_container_that_was_made_and_never_started_has_no_run() {
    var histories = aPod("app");
    var made =
        histories
            .history()
            .plus(new Observation.ContainerNamed(at(1), "x", histories.pod().uid(), "app"));

    then(made.runsOf(histories.pod(), "app")).isEmpty();
  }

  @Test
  void lines_of_all_runs_are_the_containers() {
    var histories =
        aPod("app", "sidecar")
            .at("1s")
            .starts("app")
            .starts("sidecar")
            .logs("app", "one")
            .logs("sidecar", "other")
            .at("2s")
            .exits("app", 1)
            .at("3s")
            .starts("app")
            .logs("app", "two");

    then(histories.history().linesOf(histories.pod(), "app"))
        .extracting(Observation.LogLine::text)
        .containsExactly("one", "two");
  }

  @Test
  void objects_are_those_that_still_exist_in_their_newest_version() {
    var histories =
        nothing()
            .object("Job", "import", Map.of("v", 1))
            .object("Job", "import", Map.of("v", 2))
            .object("Secret", "s", Map.of())
            .objectGone("Secret", "s");

    then(histories.history().objects())
        .containsExactly(Map.entry(new ObjectName("Job", "import"), Map.of("v", 2)));
    then(new ObjectName("Job", "import").inWords()).isEqualTo("Job import");
  }

  @Test
  void a_gap_is_one_of_its_witness_and_touches_the_window() {
    var history = aPod("app").gap(Witness.RUNTIME, 2, 3).history();

    then(history.gaps(Witness.RUNTIME, new Interval(at(3), at(4)))).hasSize(1);
    then(history.gaps(Witness.RUNTIME, new Interval(at(3.1), at(4)))).isEmpty();
    then(history.gaps(Witness.ARRIVAL, new Interval(at(2), at(4)))).isEmpty();
  }

  @Test
  void the_highest_watermark_of_a_witness_counts() {
    var histories = aPod("app").at("3s").heard().at("2s").heard();

    then(histories.history().heardUpTo(Witness.RUNTIME)).isEqualTo(at(3));
    then(histories.history().heardUpTo(Witness.ARRIVAL)).isEqualTo(Instant.MIN);
  }

  @Test
  void a_pod_is_its_owners_and_its_owners_owner() {
    then(pod("ReplicaSet", "web-5d").isOwnedBy("replicaset", "web-5d")).isTrue();
    then(pod("ReplicaSet", "web-5d").isOwnedBy("deployment", "web")).isTrue();
    then(pod("ReplicaSet", "web-5d").isOwnedBy("deployment", "we")).isFalse();
    then(pod("Job", "tick-2900").isOwnedBy("cronjob", "tick")).isTrue();
    then(pod("Job", "tick-tock").isOwnedBy("cronjob", "tick")).isFalse();
    then(pod("Job", "tick-2900").isOwnedBy("job", "tick")).isFalse();
  }

  private static PodSnapshot pod(String kind, String name) {
    var histories = aPod("app").labelled("pod-template-hash", "5d").ownedBy(kind, name);
    return histories.history().latest(histories.pod()).orElseThrow();
  }

  @Test
  void stages_and_ends_are_told_in_words() {
    then(new ContainerStage.Unreported().inWords()).isEqualTo("not reported yet");
    then(new ContainerStage.Waiting("", "").inWords()).isEqualTo("waiting");
    then(new ContainerStage.Waiting("ErrImagePull", "x").inWords())
        .isEqualTo("waiting (ErrImagePull)");
    then(new ContainerStage.Running(Interval.UNKNOWN).inWords()).isEqualTo("running");
    then(new Exit(0, "Completed", "").inWords()).isEqualTo("exited 0");
    then(new Exit(1, "Error", "").inWords()).isEqualTo("exited 1");
    then(new Exit(137, "OOMKilled", "").inWords()).isEqualTo("exited 137 (OOMKilled)");
  }

  @Test
  void times_are_told_from_the_beginning_as_exactly_as_they_are_known() {
    var times = new RelativeTime(at(0));

    then(times.of(at(3.214))).isEqualTo("+3.21s");
    then(times.of(at(-1))).isEqualTo("-1.00s");
    then(times.of(Interval.at(at(3)))).isEqualTo("at +3.00s");
    then(times.of(new Interval(at(3), at(3.05)))).isEqualTo("at +3.05s");
    then(times.of(new Interval(at(3), at(3.06)))).isEqualTo("between +3.00s and +3.06s");
    then(times.of(Interval.until(at(3)))).isEqualTo("by +3.00s");
    then(times.of(Interval.from(at(3)))).isEqualTo("from +3.00s on");
    then(times.of(Interval.UNKNOWN)).isEqualTo("at an unknown time");
    then(times.of(Instant.MAX)).isEqualTo("an unknown time");
    then(times.of(Instant.MIN)).isEqualTo("an unknown time");
    then(RelativeTime.seconds(seconds(19.25))).isEqualTo("19.3s");
  }

  @Test
  void a_phase_that_ends_a_pod_is_terminal() {
    then(List.of("Succeeded", "Failed")).allMatch(name -> PodPhase.named(name).isTerminal());
    then(List.of("Pending", "Running", "Unknown", ""))
        .noneMatch(name -> PodPhase.named(name).isTerminal());
  }

  @Test
  void a_pod_is_gone_by_the_arrival_of_the_news() {
    var histories = aPod("app").at("4s").gone();

    then(histories.history().gone(histories.pod()).map(m -> m.interval().latest()))
        .isEqualTo(Optional.of(at(4)));
    then(aPod("app").history().gone(histories.pod())).isEmpty();
  }

  @Test
  void a_field_which_the_API_writes_as_null_is_left_out() {
    var content = new java.util.HashMap<String, Object>(Map.of("kind", "EndpointSlice"));
    content.put("endpoints", null);

    var seen = new Observation.ObjectSeen(at(1), new ObjectName("EndpointSlice", "db"), content);

    then(seen.content()).isEqualTo(Map.of("kind", "EndpointSlice"));
  }

  @Test
  void news_are_younger_than_what_the_API_had_confirmed_less_the_delay_of_reports() {
    var confirmed = aPod("app").at("10s").heard(Witness.ARRIVAL).at("12s").heard(Witness.ARRIVAL);

    then(confirmed.history().heardAt(at(13))).isEqualTo(new Interval(at(9), at(13)));
    then(confirmed.history().heardAt(at(11))).isEqualTo(new Interval(at(7), at(11)));
    then(confirmed.history().heardAt(at(10))).isEqualTo(Interval.until(at(10)));
    then(aPod("app").at("10s").heard().history().heardAt(at(13))).isEqualTo(Interval.until(at(13)));
  }

  @Test
  void behind_a_hole_news_may_be_of_any_age() {
    var holed = aPod("app").at("6s").gap(Witness.ARRIVAL, 5, 6).at("10s").heard(Witness.ARRIVAL);

    then(holed.history().heardAt(at(13))).isEqualTo(Interval.until(at(13)));
  }
}
