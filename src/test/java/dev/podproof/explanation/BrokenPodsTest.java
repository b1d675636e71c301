package dev.podproof.explanation;

import static dev.podproof.lifecycle.Histories.aPod;
import static dev.podproof.lifecycle.Histories.at;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodPhase;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of broken pods whose histories are made by hand: the blocked and next lines. */
class BrokenPodsTest {
  private static String said(History history) {
    var failure =
        Explanation.ofPod(history, history.pods().get(0), at(9), UnaryOperator.identity());
    return Stream.concat(
            failure.blocked().stream(), failure.next().stream().map(next -> "next: " + next))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String said(Histories histories) {
    return said(histories.history());
  }

  private static History failedFor(String reason, String message) {
    var pod =
        new PodSnapshot(
            new PodIdentity("web", "uid-web"),
            new PodPhase("Failed", reason, message, false),
            Optional.empty(),
            Map.of(),
            List.of(),
            List.of(),
            Interval.UNKNOWN);
    return new History(at(0), Listening.API_ALONE, List.of(new Observation.PodSeen(at(1), pod)));
  }

  private static Map<String, Object> container(String field, Object value) {
    return Map.of("spec", Map.of("containers", List.of(Map.of("name", "app", field, value))));
  }

  @Test
  void a_node_under_pressure_evicts() {
    then(said(failedFor("Evicted", "The node was low on resource: memory.")))
        .isEqualTo(
            """
            pod web  was evicted: The node was low on resource: memory.
            next: see what used the node's memory or disk; give the container requests that cover its use
            """);
  }

  @Test
  void a_volume_over_its_limit_evicts() {
    then(said(
            failedFor(
                "Evicted", "Usage of EmptyDir volume \"scratch\" exceeds the limit \"1Mi\". ")))
        .isEqualTo(
            """
            pod web  was evicted: Usage of EmptyDir volume "scratch" exceeds the limit "1Mi".
            next: raise the volume's emptyDir.sizeLimit, or let its containers write less there
            """);
  }

  @Test
  void a_NoExecute_taint_evicts() {
    then(said(
            aPod("app")
                .has(
                    "DisruptionTarget",
                    "True",
                    "DeletionByTaintManager",
                    "Taint manager: deleting due to NoExecute taint")))
        .isEqualTo(
            """
            pod web  DeletionByTaintManager: Taint manager: deleting due to NoExecute taint
            next: see the node's NoExecute taints (kubectl describe node); give the pod a toleration, or take the taint off
            """);
  }

  @Test
  void a_deadline_passes() {
    var failed = failedFor("DeadlineExceeded", "Pod was active on the node longer than ...");

    then(said(failed))
        .isEqualTo(
            """
            pod web  has failed: DeadlineExceeded
            next: raise activeDeadlineSeconds, or see what took so long
            """);
    var manifest = Map.<String, Object>of("spec", Map.of("activeDeadlineSeconds", 7));
    then(said(
            failed.plus(new Observation.ObjectSeen(at(1), new ObjectName("Pod", "web"), manifest))))
        .startsWith(
            "pod web  has failed: DeadlineExceeded, it may run for activeDeadlineSeconds: 7\n");
  }

  @Test
  void a_readiness_gate_is_never_set() {
    var pod =
        aPod("app")
            .starts("app")
            .has("ContainersReady", "True", "", "")
            .shows(
                Map.of(
                    "spec",
                    Map.of("readinessGates", List.of(Map.of("conditionType", "example.com/up")))));

    then(said(pod))
        .isEqualTo(
            """
            readiness gate example.com/up  was never set; all containers of pod web are ready
            next: see the controller that is to set the condition example.com/up in the pod's status
            """);
  }

  @Test
  void no_scheduler_of_that_name_looks_at_the_pod() {
    then(said(aPod("app").shows(Map.of("spec", Map.of("schedulerName", "volcano")))))
        .isEqualTo(
            """
            pod web  no scheduler has looked at it; it asks for schedulerName volcano
            next: see whether a scheduler named volcano runs, or leave schedulerName out
            """);
  }

  @Test
  void a_scheduling_gate_is_never_removed() {
    var pod =
        aPod("app")
            .has(
                "PodScheduled",
                "False",
                "SchedulingGated",
                "Scheduling is blocked due to non-empty scheduling gates")
            .shows(
                Map.of(
                    "spec",
                    Map.of("schedulingGates", List.of(Map.of("name", "example.com/quota")))));

    then(said(pod))
        .isEqualTo(
            """
            pod web  has no node: Scheduling is blocked due to non-empty scheduling gates
            scheduling gate example.com/quota  has not been removed
            next: see the controller that is to remove example.com/quota, or remove it
            """);
  }

  @Test
  void a_runtime_class_has_no_handler_on_the_node() {
    var pod =
        aPod("app")
            .has("PodScheduled", "True", "", "")
            .shows(Map.of("spec", Map.of("runtimeClassName", "gvisor")))
            .reports(
                "FailedCreatePodSandBox",
                "",
                "Failed to create pod sandbox: no runtime for \"runsc\" is configured");

    then(said(pod))
        .isEqualTo(
            """
            pod web  has no sandbox: no runtime for "runsc" is configured
            next: let the node's containerd know the handler of RuntimeClass gvisor, or leave runtimeClassName out
            """);
  }

  @Test
  void a_registry_denies_the_pull() {
    then(said(
            aPod("app")
                .has("PodScheduled", "True", "", "")
                .waits(
                    "app",
                    "ErrImagePull",
                    "failed to pull and unpack image: unexpected status from HEAD request: 403 Forbidden")))
        .contains("whose pull was denied: no right to it, or no such repository: ", "403 Forbidden")
        .contains("next: give the pod imagePullSecrets with a right to it, or mend the name;");
  }

  @Test
  void a_file_is_missing_where_no_volume_is_mounted() {
    then(said(ended(1, "cat: can't open '/etc/app.conf': No such file or directory", Map.of())))
        .isEqualTo(
            """
            container app, which exited 1, 0 restarts so far
            app  last said  "cat: can't open '/etc/app.conf': No such file or directory"  (at +2.00s, 1 time)
            /etc/app.conf  is not in the image, and no volume is mounted there
            next: mend the path, or mount the volume that has it
            """);
  }

  @Test
  void the_root_file_system_may_only_be_read() {
    then(said(ended(1, "sh: can't create /var/app.pid: Read-only file system", Map.of())))
        .isEqualTo(
            """
            container app, which exited 1, 0 restarts so far
            app  last said  "sh: can't create /var/app.pid: Read-only file system"  (at +2.00s, 1 time)
            app  may not write there: a read-only root file system or mount
            next: mount a volume (emptyDir) where it writes, or drop readOnlyRootFilesystem
            """);
  }

  @Test
  void the_exit_code_of_a_crash_is_told_in_words() {
    then(said(ended(139, "loading", Map.of())))
        .isEqualTo(
            """
            container app, which exited 139, 0 restarts so far
            app  last said  "loading"  (at +2.00s, 1 time)
            exit code  139 is 128 + 11: the process crashed (SIGSEGV)
            next: see why app ends so: its command is sh
            """);
  }

  @Test
  void the_value_of_a_Secret_is_hidden_before_a_path_is_read_from_a_line() {
    var history = ended(1, "cat: my /pass: No such file or directory", Map.of()).history();
    UnaryOperator<String> redact = text -> text.replace("my /pass", "[hidden]");

    then(Explanation.ofPod(history, history.pods().get(0), at(9), redact).inWords())
        .contains("cat: [hidden]: No such file")
        .doesNotContain("/pass");
  }

  @Test
  void a_hook_before_the_stop_signal_hangs_or_the_signal_is_ignored() {
    var pod =
        aPod("app")
            .starts("app")
            .isTerminating()
            .shows(
                Map.of(
                    "metadata",
                    Map.of(
                        "deletionTimestamp",
                        "2026-01-01T00:01:00Z",
                        "deletionGracePeriodSeconds",
                        60),
                    "spec",
                    container(
                            "lifecycle",
                            Map.of(
                                "preStop",
                                Map.of("exec", Map.of("command", List.of("sleep", "500")))))
                        .get("spec")));

    then(said(pod))
        .startsWith(
            """
            container app  still runs: its preStop hook (exec sleep 500) has not ended, or it ignores TERM, which comes after; grace period 60s, to be killed at +60.00s
            """);
  }

  private static Histories ended(int code, String line, Map<String, Object> content) {
    return aPod("app")
        .at("1s")
        .starts("app")
        .at("2s")
        .logs("app", line)
        .exits("app", code)
        .shows(content);
  }
}
