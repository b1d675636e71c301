package dev.podproof.baseline;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.nothing;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What came, went, moved, slowed or changed, and what is noise. */
class ComparisonTest {
  /** The init container ends one second after its start, the app comes after that long. */
  private static Histories usual(double pause) {
    return aPod("init", "app")
        .at("0s")
        .acts("apply Pod web")
        .at("1s")
        .starts("init")
        .at("2s")
        .exits("init", 0)
        .at(2 + pause + "s")
        .starts("app");
  }

  private static Histories ended(Histories histories) {
    return histories.at("40s").heard();
  }

  @Test
  void a_run_is_as_itself() {
    then(differences(ended(usual(0.5)), ended(usual(0.5)))).isEmpty();
  }

  @Test
  void what_takes_longer_than_noise_explains_has_slowed_and_says_since_when() {
    then(differences(ended(usual(0.5)), ended(usual(3.4)))).isEmpty();
    then(differences(ended(usual(0.5)), ended(usual(3.6))))
        .containsExactly("slowed web/app started: 3.60 s after web/init exited; it was 0.50 s");
  }

  @Test
  void what_takes_less_time_has_quickened() {
    then(differences(ended(usual(9)), ended(usual(0.5))))
        .containsExactly("quickened web/app started: 0.50 s after web/init exited; it was 9 s");
  }

  @Test
  void several_runs_tell_by_what_they_differ() {
    var before = List.of(course(ended(usual(0.5))), course(ended(usual(4.5))));

    then(differences(before, course(ended(usual(8.4))))).isEmpty();
    then(differences(before, course(ended(usual(8.6)))))
        .containsExactly(
            "slowed web/app started: 8.60 s after web/init exited; it was 0.50 s to 4.50 s");
  }

  @Test
  void all_new_runs_have_to_be_slower() {
    var before = PatternOf.courses(List.of(course(ended(usual(0.5)))));

    then(Comparison.of(
            before, Attempts.alone(List.of(course(ended(usual(9))), course(ended(usual(0.6)))))))
        .isEmpty();
  }

  @Test
  void what_comes_in_some_new_runs_only_is_for_more_runs_to_tell() {
    var fine = course(ended(usual(0.5)));
    var exits = course(ended(usual(0.5).at("5s").exits("app", 0)));
    var killed = course(ended(usual(0.5).at("5s").exits("app", 137)));
    var violated = CourseReader.read(ended(usual(0.5)).history(), "violated");

    then(words(
            Comparison.of(
                PatternOf.courses(List.of(fine)), Attempts.alone(List.of(exits, fine, fine)))))
        .containsExactly(
            "undecided web/app exited: it never came before: exited 0 (in 1 of 3 runs)");
    then(words(
            Comparison.of(PatternOf.courses(List.of(exits)), Attempts.alone(List.of(exits, fine)))))
        .containsExactly(
            "undecided web/app exited: it does not come (in 1 of 2 runs); it came in each of 1 run");
    then(words(
            Comparison.of(
                PatternOf.courses(List.of(exits)), Attempts.alone(List.of(exits, killed)))))
        .containsExactly("undecided web/app exited: exited 0 or exited 137; it was exited 0");
    then(words(
            Comparison.of(
                PatternOf.courses(List.of(fine)), Attempts.alone(List.of(fine, violated)))))
        .containsExactly("undecided the scenario: is satisfied or violated; it was satisfied");
  }

  @Test
  void when_the_kubelet_looks_again_for_what_was_missing_is_chance() {
    then(differences(ended(given("ConfigMap", 3)), ended(given("ConfigMap", 60)))).isEmpty();
    then(differences(ended(given("Pod", 3)), ended(given("Pod", 60)))).isNotEmpty();
  }

  @Test
  void what_follows_upon_what_was_missing_is_none() {
    var soon = ended(given("ConfigMap", 3).at("4s").starts("app"));
    var late = ended(given("ConfigMap", 3).at("14s").starts("app"));

    then(differences(soon, late))
        .containsExactly("slowed web/app started: 11 s after web/init started; it was 1 s");
  }

  /** The init container starts so many seconds after the pod, and at least 2 after the other. */
  private static Histories given(String kind, int starts) {
    return aPod("init", "app")
        .at("0s")
        .acts("apply Pod web")
        .at("1s")
        .acts("apply " + kind + " late")
        .at(starts + "s")
        .starts("init");
  }

  @Test
  void a_gate_that_the_harness_opens_is_one() {
    then(differences(ended(gated(5, 5.5)), ended(gated(9, 9.5)))).isEmpty();
    then(differences(ended(gated(5, 5.5)), ended(gated(5, 9))))
        .containsExactly(
            "slowed web/init exited: 4 s after db:5432 accepts connections; it was 0.50 s");
    then(differences(ended(gated(5, 5.5)), ended(gated(5, 2))))
        .containsExactly(
            "moved web/init exited: it comes before db:5432 accepts connections; it came after it");
  }

  private static Histories gated(double opens, double exits) {
    var histories = aPod("init", "app").at("0s").acts("apply Pod web").at("1s").starts("init");
    var first = Math.min(opens, exits);
    return exits < opens
        ? histories
            .at(first + "s")
            .exits("init", 0)
            .at(opens + "s")
            .acts("db:5432 accepts connections")
        : histories
            .at(first + "s")
            .acts("db:5432 accepts connections")
            .at(exits + "s")
            .exits("init", 0);
  }

  @Test
  void init_containers_that_change_places_have_moved_however_short_they_are() {
    then(differences(ended(inits("init-a", "init-b")), ended(inits("init-b", "init-a"))))
        .contains("moved web/init-b started: it comes before web/init-a started; it came after it")
        .filteredOn(one -> one.startsWith("moved"))
        .hasSize(1);
  }

  private static Histories inits(String first, String second) {
    return aPod("init-a", "init-b", "app")
        .at("1s")
        .starts(first)
        .at("1.01s")
        .exits(first, 0)
        .at("1.3s")
        .starts(second)
        .at("1.31s")
        .exits(second, 0)
        .at("2s")
        .starts("app");
  }

  @Test
  void an_ephemeral_container_comes_before_or_after_its_pod_is_ready() {
    var before = course(ended(debugged(3, 5)));
    var after = course(ended(debugged(5, 3)));

    then(differences(List.of(before, after), before)).isEmpty();
    then(differences(List.of(before, after), after)).isEmpty();
  }

  private static Histories debugged(double ready, double debugger) {
    var histories = aPod("app").at("1s").starts("app");
    return ready < debugger
        ? debugger(histories.at(ready + "s").becomesReady("app"), debugger)
        : debugger(histories, debugger).at(ready + "s").becomesReady("app");
  }

  private static Histories debugger(Histories histories, double starts) {
    return histories
        .at(starts - 0.5 + "s")
        .isGivenEphemeral("debugger")
        .at(starts + "s")
        .starts("debugger");
  }

  @Test
  void what_a_sidecar_does_that_is_started_again_and_again_comes_in_any_order() {
    then(differences(ended(crashing(2.2, 2.6)), ended(crashing(2.6, 2.2)))).isEmpty();
  }

  private static Histories crashing(double app, double second) {
    var histories =
        aPod("sidecar", "app")
            .at("1s")
            .starts("sidecar")
            .at("1.5s")
            .exits("sidecar", 1)
            .at("2s")
            .starts("sidecar");
    return app < second
        ? histories.at(app + "s").starts("app").at(second + "s").exits("sidecar", 1)
        : histories.at(second + "s").exits("sidecar", 1).at(app + "s").starts("app");
  }

  @Test
  void a_probe_that_fails_once_may_have_asked_too_early() {
    var once = ended(usual(0.5).reports("Unhealthy", "app", "Readiness probe failed"));
    var twice =
        ended(
            usual(0.5)
                .reports("Unhealthy", "app", "Readiness probe failed")
                .reports("Unhealthy", "app", "Readiness probe failed"));

    then(differences(ended(usual(0.5)), once)).isEmpty();
    then(differences(once, ended(usual(0.5)))).isEmpty();
    then(differences(ended(usual(0.5)), twice))
        .containsExactly("came event Unhealthy of web/app: it is new");
    then(differences(twice, ended(usual(0.5))))
        .containsExactly(
            "went event Unhealthy of web/app: it is not there; it was in each of 1 run");
  }

  @Test
  void containers_of_the_app_may_come_in_any_order() {
    then(differences(ended(apps("app", "other")), ended(apps("other", "app")))).isEmpty();
  }

  private static Histories apps(String first, String second) {
    return aPod("app", "other").at("1s").starts(first).at("1.3s").starts(second);
  }

  @Test
  void containers_come_and_go_with_everything_of_theirs_in_one_line() {
    var with =
        aPod("init", "sidecar", "app")
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", 0)
            .at("2.1s")
            .starts("sidecar")
            .at("2.5s")
            .starts("app");
    var without =
        aPod("init", "app")
            .at("1s")
            .starts("init")
            .at("2s")
            .exits("init", 0)
            .at("2.5s")
            .starts("app");

    then(differences(ended(with), ended(without)))
        .containsExactly("went web/sidecar: the sidecar is not there");
    then(differences(ended(without), ended(with)))
        .containsExactly("came web/sidecar: the sidecar is new");
  }

  @Test
  void an_end_of_another_kind_has_changed() {
    var killed = ended(usual(0.5).at("5s").exits("app", 137, "OOMKilled"));
    var fine = ended(usual(0.5).at("5s").exits("app", 0));

    then(differences(fine, killed))
        .containsExactly("changed web/app exited: exited 137 (OOMKilled); it was exited 0");
    then(differences(ended(usual(0.5)), killed))
        .containsExactly("came web/app exited: it never came before: exited 137 (OOMKilled)");
    then(differences(killed, ended(usual(0.5))))
        .containsExactly("went web/app exited: it does not come; it came in each of 1 run");
  }

  @Test
  void restarts_events_and_conditions_are_counted() {
    var restarted =
        ended(
            usual(0.5)
                .reports(
                    "BackOff",
                    "app",
                    "Back-off restarting failed container app in pod web_podproof-x1y2z3-4")
                .has("Disrupted", "True", "", "")
                .at("5s")
                .exits("app", 1)
                .at("6s")
                .starts("app"));

    then(differences(ended(usual(0.5)), restarted))
        .containsExactly(
            "came web/app exited: it never came before: exited 1",
            "came web/app started (2): it never came before",
            "came condition Disrupted of web: it is new",
            "came event BackOff of web/app: it is new");
    then(differences(restarted, ended(usual(0.5))))
        .contains(
            "went web/app started (2): it does not come; it came in each of 1 run",
            "went event BackOff of web/app: it is not there; it was in each of 1 run");
  }

  @Test
  void more_than_one_restart_is_told_by_their_number() {
    then(differences(ended(usual(0.5)), ended(restarted(usual(0.5), 2))))
        .contains("changed restarts of web/app: 2; it was 0");
    then(differences(ended(restarted(usual(0.5), 4)), ended(restarted(usual(0.5), 2))))
        .contains("changed restarts of web/app: 2; it was 4");
  }

  private static Histories restarted(Histories histories, int times) {
    for (int i = 0; i < times; i++) {
      histories.at(5 + 2 * i + "s").exits("app", 1).at(6 + 2 * i + "s").starts("app");
    }
    return histories;
  }

  @Test
  void a_restart_that_another_recording_might_have_missed_is_none() {
    var last = usual(0.5).at("5s").exits("app", 1).at("5.5s").starts("app").at("5.6s").heard();

    then(differences(usual(0.5).at("4.9s").heard(), last)).isEmpty();
  }

  @Test
  void conditions_that_milestones_tell_of_are_not_told_twice() {
    var shown =
        ended(
            usual(0.5)
                .has("PodScheduled", "True", "", "")
                .has("Initialized", "True", "", "")
                .has("PodReadyToStartContainers", "True", "", ""));

    then(differences(shown, ended(usual(0.5)))).isEmpty();
    then(differences(ended(usual(0.5)), shown)).isEmpty();
  }

  @Test
  void an_app_that_ends_at_once_is_ready_or_not_by_chance() {
    then(differences(ended(shortLived(3, true)), ended(shortLived(9, true))))
        .noneMatch(one -> one.contains("ready"));
    then(differences(ended(shortLived(9, true)), ended(shortLived(3, false))))
        .noneMatch(one -> one.contains("ready"));
    then(differences(ended(shortLived(3, false)), ended(shortLived(3, true)))).isEmpty();
    then(differences(ended(shortLived(3, true)), ended(shortLived(3, false)))).isEmpty();
    then(differences(ended(shortLived(9, false)), ended(shortLived(9, true))))
        .contains("came web/app ready: it never came before");
  }

  /** The app starts at 2.5 s and exits at that time. */
  private static Histories shortLived(double exits, boolean ready) {
    var histories = usual(0.5).at("2.7s").stamped();
    if (ready) {
      histories.becomesReady("app");
    }
    histories.at(exits + "s").exits("app", 0);
    return ready ? histories.has("Ready", "False", "", "") : histories;
  }

  @Test
  void what_did_not_come_before_the_recording_ended_is_not_gone() {
    var cut = usual(0.5).at("2.6s").heard();
    var exits = ended(usual(0.5).at("5s").exits("app", 0));

    then(differences(exits, cut))
        .containsExactly(
            "undecided web/app exited: it did not come, and the recording ends 0.10 s after web/app started");
  }

  @Test
  void what_comes_at_the_very_end_may_be_missed() {
    var last = usual(0.5).at("5s").exits("app", 0).at("5.1s").heard();

    then(differences(last, usual(0.5).at("4.9s").heard())).isEmpty();
    then(differences(usual(0.5).at("4.9s").heard(), last)).isEmpty();
  }

  @Test
  void nothing_is_gone_in_a_gap() {
    var gap = ended(usual(0.5).gap(Witness.API, 3, 9));
    var exits = ended(usual(0.5).at("5s").exits("app", 0));

    then(differences(exits, gap))
        .containsExactly(
            "undecided web/app exited: it did not come, and API was not heard: dropped");
  }

  @Test
  void a_scenario_that_turns_out_otherwise_has_changed() {
    var before = PatternOf.courses(List.of(course(ended(usual(0.5)))));
    var now = CourseReader.read(ended(usual(0.5)).history(), "violated");

    then(words(Comparison.of(before, Attempts.alone(List.of(now)))))
        .containsExactly("changed the scenario: is violated; it was satisfied");

    var open = CourseReader.read(ended(usual(0.5)).history(), "undecided");
    then(words(Comparison.of(before, Attempts.alone(List.of(now, open)))))
        .containsExactly("changed the scenario: is undecided or violated; it was satisfied");
    then(words(Comparison.of(before, Attempts.alone(List.of(course(ended(usual(0.5))), open)))))
        .containsExactly("undecided the scenario: is satisfied or undecided; it was satisfied");
  }

  @Test
  void a_probe_that_asks_seldom_is_heard_late_without_a_cause() {
    then(differences(ended(probed(3, 10)), ended(probed(12, 10)))).isEmpty();
    then(differences(ended(probed(3, 1)), ended(probed(12, 1)))).isNotEmpty();
  }

  private static Histories probed(double ready, int period) {
    return aPod("app")
        .shows(
            Map.of(
                "metadata",
                Map.of("uid", "uid-web"),
                "spec",
                Map.of(
                    "containers",
                    List.of(
                        Map.of("name", "app", "readinessProbe", Map.of("periodSeconds", period))))))
        .at("1s")
        .starts("app")
        .at(ready - 0.5 + "s")
        .stamped()
        .becomesStarted("app")
        .at(ready + "s")
        .becomesReady("app");
  }

  @Test
  void names_that_the_cluster_makes_up_are_the_same_in_every_run() {
    then(differences(
            ended(deployed("7d9f8b6c5", "x2x4z", "10.42.0.7")),
            ended(deployed("66b5c", "q9w8e", "10.42.0.31"))))
        .isEmpty();
    then(course(ended(deployed("7d9f8b6c5", "x2x4z", "10.42.0.7"))).milestones())
        .extracting(Milestone::what)
        .containsExactly("web-*/app started", "evict web-*, which was at *, of *");
  }

  private static Histories deployed(String hash, String suffix, String address) {
    var name = "web-" + hash + "-" + suffix;
    return nothing()
        .anotherPod(name, "app")
        .labelled("pod-template-hash", hash)
        .ownedBy("ReplicaSet", "web-" + hash)
        .at("1s")
        .starts("app")
        .at("2s")
        .acts("evict " + name + ", which was at " + address + ", of podproof-mwu1ot9p-2");
  }

  @Test
  void pods_of_one_owner_are_numbered_as_they_appear() {
    var two =
        nothing()
            .anotherPod("work-aaaaa", "app")
            .ownedBy("Job", "work")
            .at("1s")
            .starts("app")
            .anotherPod("work-bbbbb", "app")
            .ownedBy("Job", "work")
            .at("2s")
            .starts("app");

    then(course(ended(two)).roles().keySet()).containsExactly("work-* #2/app", "work-*/app");
  }

  private static Course course(Histories histories) {
    return CourseReader.read(histories.history(), "satisfied");
  }

  private static Stream<String> differences(Histories before, Histories now) {
    return differences(List.of(course(before)), course(now));
  }

  private static Stream<String> differences(List<Course> before, Course now) {
    return words(Comparison.of(PatternOf.courses(before), Attempts.alone(List.of(now)))).stream();
  }

  private static List<String> words(List<Difference> differences) {
    return differences.stream()
        .map(one -> one.kind().inWords() + " " + one.what() + ": " + one.words())
        .toList();
  }
}
