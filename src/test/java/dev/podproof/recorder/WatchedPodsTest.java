package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Exit;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import dev.podproof.lifecycle.Observation.PodGone;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodPhase;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recorder makes of pods that a real cluster showed, version by version. */
class WatchedPodsTest {
  private static Interval second(String time) {
    return Interval.ofSecond(Instant.parse("2026-11-28T" + time + "Z"));
  }

  /** A start, which may be stamped up to half a second late. */
  private static Interval start(String time) {
    var second = second(time);
    return new Interval(second.earliest().minusMillis(500), second.latest());
  }

  private static PodCondition condition(Watched pod, String type) {
    return pod.last().condition(type).orElseThrow();
  }

  private static ContainerStage previous(Watched pod, String container) {
    return pod.last().container(container).orElseThrow().previous();
  }

  @Test
  void a_program_that_is_not_there_ends_its_pod_without_having_run() throws IOException {
    var pod = Watched.pod("no-program");

    then(pod.told())
        .containsExactly(
            "Pending; app not reported yet",
            "Pending; app not reported yet",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app exited 128 (StartError)",
            "Failed; app exited 128 (StartError)");
    then(pod.stage("app"))
        .isEqualTo(
            new ContainerStage.Terminated(
                "e683fa1536b2d99c30772529311b92f3675d4b033a15c6c80ffe165aa9527bd0",
                new Exit(
                    128,
                    "StartError",
                    "failed to create containerd task: failed to create shim task: OCI runtime"
                        + " create failed: runc create failed: unable to start container process:"
                        + " exec: \"no-such-program\": executable file not found in $PATH"),
                Interval.UNKNOWN,
                second("13:47:47")));
    then(condition(pod, "Ready"))
        .isEqualTo(new PodCondition("Ready", "False", "PodFailed", "", second("13:47:44")));
  }

  @Test
  void a_container_that_takes_too_much_memory_is_killed() throws IOException {
    var pod = Watched.pod("greedy");

    then(pod.told())
        .containsExactly(
            "Pending; app not reported yet",
            "Pending; app not reported yet",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app waiting (ContainerCreating)",
            "Running; app running, started, ready",
            "Running; app exited 137 (OOMKilled)",
            "Failed; app exited 137 (OOMKilled)");
    then(pod.stage("app"))
        .isEqualTo(
            new ContainerStage.Terminated(
                "3b795245de53986d8491fb4f5c239d9861261dd07031afc7e84f57942f0905cf",
                new Exit(137, "OOMKilled", ""),
                start("13:47:48"),
                second("13:47:49")));
  }

  @Test
  void a_pod_whose_volume_outgrows_its_limit_is_evicted_with_all_its_containers()
      throws IOException {
    var pod = Watched.pod("hoarder");

    then(pod.told())
        .containsExactly(
            "Pending; app not reported yet; other not reported yet",
            "Pending; app not reported yet; other not reported yet",
            "Pending; app waiting (ContainerCreating); other waiting (ContainerCreating)",
            "Pending; app waiting (ContainerCreating); other waiting (ContainerCreating)",
            "Running; app running, started, ready; other running, started, ready",
            "Running; app running, started, ready; other running, started, ready",
            "Failed (Evicted); app exited 137; other exited 137");
    then(pod.last().phase())
        .isEqualTo(
            new PodPhase(
                "Failed",
                "Evicted",
                "Usage of EmptyDir volume \"scratch\" exceeds the limit \"1Mi\". ",
                false));
    then(pod.last().container("app").orElseThrow().declared().volumes())
        .containsExactlyInAnyOrder("scratch", "kube-api-access-hcb9d");
  }

  @Test
  void a_container_that_the_runtime_never_had_is_given_an_end_that_the_kubelet_makes_up()
      throws IOException {
    var pod = Watched.pod("lost");

    then(pod.told())
        .containsExactly(
            "Pending; app not reported yet",
            "Pending; app not reported yet",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app waiting (ErrImagePull)",
            "Pending, being deleted; app waiting (ErrImagePull)",
            "Pending, being deleted; app waiting (ContainerCreating)",
            "Pending, being deleted; app waiting (ContainerCreating)",
            "Failed, being deleted; app exited 137 (ContainerStatusUnknown)",
            "Failed, being deleted; app exited 137 (ContainerStatusUnknown)",
            "Failed, being deleted; app exited 137 (ContainerStatusUnknown)",
            "pod lost gone",
            "Pod lost gone");
    then(pod.stage("app"))
        .isEqualTo(
            new ContainerStage.Terminated(
                "",
                new Exit(
                    137,
                    "ContainerStatusUnknown",
                    "The container could not be located when the pod was terminated"),
                Interval.UNKNOWN,
                Interval.UNKNOWN));
  }

  @Test
  void a_native_sidecar_is_restarted_beside_the_app_that_goes_on() throws IOException {
    var pod = Watched.pod("sidecar");

    then(pod.told())
        .containsExactly(
            "Pending; proxy not reported yet; app not reported yet",
            "Pending; proxy not reported yet; app not reported yet",
            "Pending; proxy waiting (PodInitializing); app waiting (PodInitializing)",
            "Pending; proxy waiting (PodInitializing); app waiting (PodInitializing)",
            "Pending; proxy running, started, ready; app waiting (PodInitializing)",
            "Running; proxy running, started, ready; app running, started, ready",
            "Running; proxy exited 3; app running, started, ready",
            "Running; proxy running, before that exited 3, restart 1, started, ready;"
                + " app running, started, ready",
            "Running; proxy exited 3, before that exited 3, restart 1;"
                + " app running, started, ready",
            "Running; proxy waiting (CrashLoopBackOff), before that exited 3, restart 1;"
                + " app running, started, ready",
            "Running; proxy running, before that exited 3, restart 2, started, ready;"
                + " app running, started, ready");
    then(pod.last().container("proxy").orElseThrow().role()).isEqualTo(ContainerRole.SIDECAR);
    then(previous(pod, "proxy"))
        .isEqualTo(
            new ContainerStage.Terminated(
                "6eb8320b44aefd245f414259cceb06b70b539e9d0e3a043e5d8d03de0da39a5b",
                new Exit(3, "Error", "lost the upstream"),
                start("13:47:54"),
                second("13:47:57")));
  }

  @Test
  void a_pod_that_is_deleted_stops_in_its_grace_period_and_goes() throws IOException {
    var pod = Watched.pod("slow-stop");

    then(pod.told())
        .containsExactly(
            "Pending; app not reported yet",
            "Pending; app not reported yet",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app waiting (ContainerCreating)",
            "Running; app running, started, ready",
            "Running, being deleted; app running, started, ready",
            "Running, being deleted; app running, started, ready",
            "Failed, being deleted; app exited 7",
            "Failed, being deleted; app exited 7",
            "Failed, being deleted; app exited 7",
            "pod slow-stop gone",
            "Pod slow-stop gone");
    then(pod.observations())
        .endsWith(
            new PodGone(
                Watched.ARRIVAL,
                new PodIdentity("slow-stop", "82d202d1-47ad-4a1d-b323-40b89975d975")),
            pod.observations().get(pod.observations().size() - 2),
            new ObjectGone(Watched.ARRIVAL, new ObjectName("Pod", "slow-stop")));
  }

  @Test
  void a_deletion_was_asked_for_a_grace_period_before_it_is_due() throws IOException {
    var versions = Watched.pod("slow-stop").versions();

    // Due at 13:48:11, 20 s later; then the kubelet, done, asks again with no grace at all.
    then(versions.get(5).written()).isEqualTo(second("13:47:51"));
    then(versions.get(8).written()).isEqualTo(second("13:47:58"));
  }

  @Test
  void a_container_that_crashes_again_and_again_keeps_its_last_end() throws IOException {
    var pod = Watched.pod("crasher");

    then(pod.told())
        .containsExactly(
            "Pending; app not reported yet",
            "Pending; app not reported yet",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app waiting (ContainerCreating)",
            "Running; app running, started, ready",
            "Running; app exited 1",
            "Running; app running, before that exited 1, restart 1, started, ready",
            "Running; app exited 1, before that exited 1, restart 1",
            "Running; app waiting (CrashLoopBackOff), before that exited 1, restart 1",
            "Running; app running, before that exited 1, restart 2, started, ready");
    then(pod.versions().get(8).container("app").orElseThrow().stage())
        .isEqualTo(
            new ContainerStage.Waiting(
                "CrashLoopBackOff",
                "back-off 10s restarting failed container=app"
                    + " pod=crasher_default(1e18b8b1-65c6-4523-9997-7e5c5ffd0e7a)"));
    then(previous(pod, "app"))
        .isEqualTo(
            new ContainerStage.Terminated(
                "eea4b4d1a7ed48b44508dedfd2b5b1edbb1ef3eebe5f046b9ca016d0cfc00efb",
                new Exit(1, "Error", ""),
                start("13:47:52"),
                second("13:47:52")));
  }

  @Test
  void an_ephemeral_container_stands_last_and_is_neither_started_nor_ready() throws IOException {
    var pod = Watched.pod("debugged");

    then(pod.told())
        .containsExactly(
            "Pending; app not reported yet",
            "Pending; app not reported yet",
            "Pending; app waiting (ContainerCreating)",
            "Pending; app waiting (ContainerCreating)",
            "Running; app running, started, ready",
            "Running; app running, started, ready; look not reported yet",
            "Running; app running, started, ready; look waiting (ContainerCreating)",
            "Running; app running, started, ready; look running",
            "Running; app running, started, ready; look exited 5");
    var look = pod.last().container("look").orElseThrow();
    then(look.role()).isEqualTo(ContainerRole.EPHEMERAL);
    then(look.declared().words()).containsExactly("sh", "-c", "echo looked; exit 5");
  }

  @Test
  void a_rule_that_restarts_all_containers_runs_the_init_container_again() throws IOException {
    var pod = Watched.pod("restarts-all");
    var removed = ", before that exited 137 (RestartingAllContainers), restart 1";
    var waiting = " waiting (RestartingAllContainers)" + removed;

    then(pod.told())
        .containsExactly(
            "Pending; prepare not reported yet; app not reported yet; other not reported yet",
            "Pending; prepare not reported yet; app not reported yet; other not reported yet",
            "Pending; prepare waiting (PodInitializing); app waiting (PodInitializing);"
                + " other waiting (PodInitializing)",
            "Pending; prepare waiting (PodInitializing); app waiting (PodInitializing);"
                + " other waiting (PodInitializing)",
            "Pending; prepare running, started; app waiting (PodInitializing);"
                + " other waiting (PodInitializing)",
            "Pending; prepare exited 0, ready; app waiting (PodInitializing);"
                + " other waiting (PodInitializing)",
            "Running; prepare exited 0, ready; app running, started, ready;"
                + " other running, started, ready",
            "Running; prepare exited 0, ready; app exited 42; other running, started, ready",
            "Running; prepare" + waiting + ", ready; app" + waiting + "; other" + waiting,
            "Pending; prepare running"
                + removed
                + ", started; app waiting (PodInitializing)"
                + removed
                + "; other waiting (PodInitializing)"
                + removed,
            "Running; prepare exited 0"
                + removed
                + ", ready; app waiting (PodInitializing)"
                + removed
                + "; other waiting (PodInitializing)"
                + removed,
            "Running; prepare exited 0"
                + removed
                + ", ready; app running"
                + removed
                + ", started, ready; other running"
                + removed
                + ", started, ready",
            "Running; prepare exited 0"
                + removed
                + ", ready; app running"
                + removed
                + ", started, ready; other running"
                + removed
                + ", started, ready");
    then(previous(pod, "prepare"))
        .isEqualTo(
            new ContainerStage.Terminated(
                "",
                new Exit(
                    137,
                    "RestartingAllContainers",
                    "The container is removed because RestartAllContainers in place"),
                Interval.UNKNOWN,
                Interval.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-program",
        "greedy",
        "hoarder",
        "sidecar",
        "crasher",
        "debugged",
        "restarts-all"
      })
  void behind_each_version_of_a_pod_stands_the_object_as_the_API_has_it(String name)
      throws IOException {
    var observations = Watched.pod(name).observations();

    for (var i = 0; i < observations.size(); i += 2) {
      var seen = (PodSeen) observations.get(i);
      var object = (ObjectSeen) observations.get(i + 1);
      then(object.object()).isEqualTo(new ObjectName("Pod", name));
      then(object.content()).containsOnlyKeys("apiVersion", "kind", "metadata", "spec", "status");
      then(object.content().get("status")).asString().contains(seen.snapshot().phase().name());
    }
  }
}
