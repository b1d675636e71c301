package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static dev.podproof.lifecycle.Histories.nothing;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said of each known cause, in full: what blocks, and what to do next. */
class CausesTest {
  private static Failure explained(Histories histories) {
    return Explanation.ofPod(
        histories.history(), histories.pod(), at(30), UnaryOperator.identity());
  }

  private static String blocked(Histories histories) {
    return String.join("\n", explained(histories).blocked());
  }

  private static String next(Histories histories) {
    return String.join("\n", explained(histories).next());
  }

  /** The manifest of a pod whose container app has these fields. */
  private static Map<String, Object> appWith(String field, Object value) {
    return Map.of("spec", Map.of("containers", List.of(Map.of("name", "app", field, value))));
  }

  @Test
  void a_pod_that_is_ready_has_no_cause() {
    var ready = aPod("app").at("1s").starts("app").is("Running").at("2s").becomesReady("app");

    then(explained(ready).inWords())
        .isEqualTo(
            """
            expected  pod web is ready
            but       it is; it is Running
            timeline  +1.00s app started | +30.00s judged""");
    then(explained(ready).namesCause()).isFalse();
  }

  @Test
  void where_nothing_is_known_the_statuses_the_condition_and_the_last_event_are_told() {
    var unknown =
        aPod("app")
            .at("1s")
            .starts("app")
            .logs("app", "warming up")
            .logs("app", "  ")
            .is("Running")
            .has("Ready", "False", "ReadinessGatesNotReady", "the status of gate x is not True")
            .reports("Started", "app", "Started container app");

    then(explained(unknown).inWords())
        .isEqualTo(
            """
            expected  pod web is ready
            but       it is not; it is Running
            blocked   no known cause; pod web is Running: app running
                      its condition says  the status of gate x is not True
                      its last event  Started: Started container app
                      app  last said  "warming up"  (at +1.00s, 1 time)
            timeline  +1.00s app started | +30.00s judged""");
    then(explained(unknown).namesCause()).isFalse();
  }

  @Test
  void the_events_of_a_predecessor_of_the_same_name_do_not_count() {
    var replaced =
        aPod("app").at("1s").reports("FailedCreatePodSandBox", "", "no network").isReplaced();

    then(blocked(replaced))
        .isEqualTo("no known cause; pod web is Pending: app waiting (PodInitializing)");
  }

  @Test
  void an_init_container_that_waits_for_a_database_names_what_is_absent() {
    var waiting = aPod("init", "app").at("1s").starts("init").logs("init", "bad address");

    then(blocked(waiting))
        .isEqualTo(
            """
            app  waits for  init container init (1 of 1), running for 29.0s
            init  last said  "bad address"  (at +1.00s, 1 time)""");
    then(next(waiting)).isEqualTo("see why init does not end: its command is sh");
  }

  @Test
  void the_second_of_two_init_containers_and_a_sidecar_between_is_counted() {
    var waiting =
        aPod("init-1", "sidecar", "init-2", "app")
            .at("1s")
            .starts("init-1")
            .at("2s")
            .exits("init-1", 0)
            .starts("sidecar")
            .at("3s")
            .starts("init-2");

    then(blocked(waiting))
        .isEqualTo("app  waits for  init container init-2 (3 of 3), running for 27.0s");
  }

  @Test
  void an_ephemeral_container_blocks_nothing() {
    var debugged =
        aPod("app")
            .at("1s")
            .starts("app")
            .is("Running")
            .becomesReady("app")
            .isGivenEphemeral("debug")
            .at("2s")
            .waits("debug", "ErrImagePull");

    then(blocked(debugged)).isEmpty();
  }

  @Test
  void an_init_container_that_fails_is_told_with_its_code_its_message_and_its_last_words() {
    var failing =
        aPod("init", "app")
            .at("1s")
            .starts("init")
            .logs("init", "no such table")
            .at("2s")
            .exits("init", 3, "Error")
            .waits("init", "CrashLoopBackOff");

    then(explained(failing).inWords())
        .isEqualTo(
            """
            expected  pod web is ready
            but       it is not; it is Pending
            blocked   app  waits for  init container init, which exited 3, 0 restarts so far, in its back-off
                      init  last said  "no such table"  (at +1.00s, 1 time)
            timeline  +1.00s init started | +2.00s init exited 3 | +30.00s judged
            next      see why init ends so: its command is sh""");
  }

  @Test
  void one_restart_is_one() {
    var restarted =
        aPod("app").at("1s").starts("app").at("2s").exits("app", 1).starts("app").exits("app", 2);

    then(blocked(restarted)).isEqualTo("container app, which exited 2, 1 restart so far");
  }

  @Test
  void a_container_that_ended_well_fails_only_where_it_is_to_go_on() {
    var done = aPod("app").at("1s").starts("app").at("2s").exits("app", 0);

    then(blocked(done)).isEqualTo("no known cause; pod web is Pending: app exited 0");
    then(blocked(done.shows(Map.of("spec", Map.of("restartPolicy", "Always")))))
        .isEqualTo("container app, which exited 0, 0 restarts so far");
  }

  @Test
  void a_reason_that_we_do_not_know_is_told_in_the_kubelets_words() {
    var waiting = aPod("app").at("1s").waits("app", "CreateContainerError");

    then(blocked(waiting)).isEqualTo("container app  is waiting (CreateContainerError): because");
    then(next(waiting)).isEqualTo("see what the kubelet's message names");
  }

  @Test
  void a_container_that_used_too_much_memory_is_told_with_its_limit() {
    var killed = aPod("app").at("1s").starts("app").at("2s").exits("app", 137, "OOMKilled");

    then(blocked(killed))
        .isEqualTo(
            "container app  was killed for using more memory than it may (OOMKilled, no limit of its own: the node ran out; peak not seen), 0 restarts so far");
    then(blocked(killed.shows(appWith("resources", Map.of("limits", Map.of("memory", "16Mi"))))))
        .isEqualTo(
            "container app  was killed for using more memory than it may (OOMKilled, limit 16Mi; peak not seen), 0 restarts so far");
    then(next(killed)).isEqualTo("raise resources.limits.memory of app, or let it use less: sh");
  }

  @Test
  void a_kill_for_memory_that_lies_a_run_back_still_counts() {
    var killed =
        aPod("app")
            .at("1s")
            .starts("app")
            .at("2s")
            .exits("app", 137, "OOMKilled")
            .waits("app", "CrashLoopBackOff");

    then(blocked(killed)).contains("OOMKilled, no limit of its own");
  }

  @Test
  void a_startup_probe_that_does_not_pass_is_told_with_its_last_result() {
    var probed =
        aPod("app")
            .shows(appWith("startupProbe", Map.of("httpGet", Map.of("path", "/up", "port", 8080))))
            .at("1s")
            .starts("app")
            .at("5s")
            .reports("Unhealthy", "app", "Startup probe failed: connection refused");

    then(blocked(probed))
        .isEqualTo(
            """
            container app  has not passed its startup probe (GET :8080/up), running for 29.0s
            its last result  "Startup probe failed: connection refused"  (1 time)""");
    then(next(probed))
        .isEqualTo("see whether app answers that probe, and mend the one or the other");
  }

  @Test
  void a_readiness_probe_is_told_by_what_it_does() {
    var tcp = Map.<String, Object>of("tcpSocket", Map.of("port", 5432));
    var exec = Map.<String, Object>of("exec", Map.of("command", List.of("cat", "/ready")));
    var grpc = Map.<String, Object>of("grpc", Map.of("port", 9000));

    then(blocked(probedBy(tcp)))
        .isEqualTo(
            "container app  has not passed its readiness probe (TCP :5432), running for 29.0s");
    then(blocked(probedBy(exec)))
        .isEqualTo(
            "container app  has not passed its readiness probe (exec cat /ready), running for 29.0s");
    then(blocked(probedBy(grpc)))
        .isEqualTo(
            "container app  has not passed its readiness probe (gRPC :9000), running for 29.0s");
  }

  private static Histories probedBy(Map<String, Object> probe) {
    return aPod("app").shows(appWith("readinessProbe", probe)).at("1s").starts("app").is("Running");
  }

  @Test
  void a_liveness_probe_that_fails_blocks_only_where_it_kills() {
    var probed =
        aPod("app")
            .shows(appWith("livenessProbe", Map.of("tcpSocket", Map.of("port", 80))))
            .at("1s")
            .starts("app")
            .at("3s")
            .reports("Unhealthy", "app", "Liveness probe failed: timeout");

    then(explained(probed).namesCause()).isFalse();
    then(blocked(probed.at("4s").reports("Killing", "app", "Container app failed liveness probe")))
        .isEqualTo(
            """
            container app  is killed by its liveness probe (TCP :80), 0 restarts so far
            its last result  "Liveness probe failed: timeout"  (1 time)""");
    then(next(probed))
        .isEqualTo(
            "let the probe fit what app answers; where it starts slowly give it a startupProbe");
  }

  @Test
  void a_postStart_hook_that_failed_or_hangs_is_told_with_its_command() {
    var hook =
        appWith(
            "lifecycle",
            Map.of("postStart", Map.of("exec", Map.of("command", List.of("init.sh")))));
    var failed =
        aPod("app").shows(hook).at("1s").reports("FailedPostStartHook", "app", "exited with 1");
    var hangs =
        aPod("app")
            .shows(hook)
            .unshown()
            .at("1s")
            .starts("app")
            .waits("app", "PodInitializing")
            .shown();

    then(blocked(failed))
        .isEqualTo(
            "container app  is killed because its postStart hook failed (1 time): exec init.sh");
    then(next(failed)).isEqualTo("run the hook by hand in the container, and mend it");
    then(blocked(hangs))
        .isEqualTo(
            "container app  runs for 29.0s, and is not reported as running: its postStart hook has not ended");
    then(next(hangs)).isEqualTo("let the postStart hook end: exec init.sh");
  }

  @Test
  void a_pod_without_a_sandbox_is_told_until_it_has_one() {
    var without = aPod("app").at("1s").reports("FailedCreatePodSandBox", "", "no CNI network");

    then(blocked(without)).isEqualTo("pod web  has no sandbox: no CNI network");
    then(next(without))
        .isEqualTo(
            "see the node's network plugin and the pod's runtimeClassName; the kubelet tries again");
    then(blocked(without.at("2s").has("PodReadyToStartContainers", "True", "", "")))
        .doesNotContain("sandbox:" + " no");
  }

  @Test
  void a_volume_that_cannot_be_mounted_names_what_is_missing_and_what_there_is() {
    var missing =
        aPod("app")
            .object("ConfigMap", "other", Map.of("metadata", Map.of("name", "other")))
            .at("1s")
            .reports(
                "FailedMount",
                "",
                "MountVolume.SetUp failed for volume \"config\" : configmap \"settings\" not found");

    then(blocked(missing))
        .isEqualTo("volume config  cannot be mounted: configmap \"settings\" not found");
    then(next(missing))
        .isEqualTo("apply ConfigMap settings (there is other), or mark the reference as optional");
  }

  @Test
  void a_mount_that_fails_in_other_words_is_told_in_them() {
    var missing = aPod("app").at("1s").reports("FailedMount", "", "timed out waiting");

    then(blocked(missing)).isEqualTo("pod web  timed out waiting");
    then(next(missing)).isEqualTo("see the volumes of the pod");
  }

  @Test
  void an_evicted_pod_says_why() {
    var disrupted =
        aPod("app")
            .at("1s")
            .starts("app")
            .has("DisruptionTarget", "True", "EvictionByEvictionAPI", "Eviction API: evicting");

    then(blocked(disrupted)).startsWith("pod web  EvictionByEvictionAPI: Eviction API: evicting");
    then(next(disrupted))
        .isEqualTo(
            "see who asked for the eviction, such as kubectl drain of its node; a PodDisruptionBudget limits how many may go at once");
  }

  @Test
  void a_terminating_pod_is_told_with_its_grace_and_its_finalizers() {
    var metadata =
        Map.<String, Object>of(
            "deletionTimestamp",
            "2026-01-01T00:00:40Z",
            "deletionGracePeriodSeconds",
            30,
            "finalizers",
            List.of("example.com/hold"));
    var ending =
        aPod("app")
            .at("1s")
            .starts("app")
            .is("Running")
            .isTerminating()
            .shows(Map.of("metadata", metadata));

    then(blocked(ending))
        .isEqualTo(
            """
            container app  has not ended on its stop signal; grace period 30s, to be killed at +40.00s
            pod web  is kept by finalizer example.com/hold""");
    then(next(ending))
        .isEqualTo(
            """
            let app end on TERM (a shell as process 1 ignores it without a trap: sh), or shorten terminationGracePeriodSeconds
            let the controller of example.com/hold remove it, or remove it""");
  }

  @Test
  void a_pod_that_outlives_its_grace_is_overdue() {
    var metadata =
        Map.<String, Object>of(
            "deletionTimestamp", "2026-01-01T00:00:20Z", "deletionGracePeriodSeconds", 10);
    var ending =
        aPod("app").at("1s").starts("app").isTerminating().shows(Map.of("metadata", metadata));

    then(blocked(ending))
        .isEqualTo(
            "container app  has not ended on its stop signal; grace period 10s, overdue for 10.0s");
  }

  @Test
  void a_deletion_without_a_grace_period_is_told_without_one() {
    var metadata = Map.<String, Object>of("deletionTimestamp", "2026-01-01T00:00:20Z");
    var ending =
        aPod("app").at("1s").starts("app").isTerminating().shows(Map.of("metadata", metadata));

    then(blocked(ending))
        .isEqualTo("container app  has not ended on its stop signal; overdue for 10.0s");
  }

  @Test
  void where_no_pod_is_made_the_owners_event_says_why() {
    var refused =
        nothing()
            .at("0.5s")
            .acts("apply Deployment web")
            .at("1s")
            .reportsOf(
                "ReplicaSet",
                "web-1",
                "FailedCreate",
                "Error creating: pods \"web-1-x\" is forbidden: exceeded quota: small");

    then(Explanation.ofNoPod(refused.history(), at(5), UnaryOperator.identity()).inWords())
        .isEqualTo(
            """
            expected  a pod is made
            but       there is none
            blocked   ReplicaSet web-1  may make no pod (1 time): exceeded quota: small
            timeline  +0.50s apply Deployment web | +1.00s pod refused | +5.00s judged
            next      raise the ResourceQuota, or ask for less (kubectl describe resourcequota)""");
  }

  @Test
  void where_no_pod_is_made_and_nobody_says_why_nothing_is_made_up() {
    then(Explanation.ofNoPod(nothing().history(), at(5), UnaryOperator.identity()).inWords())
        .isEqualTo(
            """
            expected  a pod is made
            but       there is none
            timeline  +5.00s judged""");
  }
}
