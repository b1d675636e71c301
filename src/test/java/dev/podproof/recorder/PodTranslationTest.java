package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.PodSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PodTranslationTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, uid: u1, labels: {app: web}}
      spec:
        initContainers:
          - {name: init, image: busybox, command: [sh, -c, "true"]}
          - {name: agent, image: busybox, restartPolicy: Always}
        containers:
          - {name: app, image: "web:1", volumeMounts: [{name: logs, mountPath: /logs}]}
      status:
        phase: Running
        conditions:
          - {type: Ready, status: "False", reason: ContainersNotReady, message: "containers with unready status: [app]", lastTransitionTime: "2026-01-01T00:00:05Z"}
        initContainerStatuses:
          - name: init
            containerID: containerd://aaa
            restartCount: 0
            ready: true
            state: {terminated: {containerID: containerd://aaa, exitCode: 0, reason: Completed, startedAt: "2026-01-01T00:00:01Z", finishedAt: "2026-01-01T00:00:02Z"}}
          - name: agent
            containerID: containerd://bbb
            restartCount: 1
            started: true
            state: {running: {startedAt: "2026-01-01T00:00:04Z"}}
            lastState: {terminated: {containerID: containerd://abb, exitCode: 137, reason: OOMKilled, startedAt: "2026-01-01T00:00:03Z", finishedAt: "2026-01-01T00:00:03Z"}}
        containerStatuses:
          - name: app
            restartCount: 0
            state: {waiting: {reason: ImagePullBackOff, message: no such image}}
            lastState: {terminated: {containerID: containerd://ccc, exitCode: 128, reason: StartError, startedAt: "1970-01-01T00:00:00Z", finishedAt: "2026-01-01T00:00:05Z"}}
      """;

  private static PodSnapshot snapshot() {
    return PodTranslation.snapshotOf(Serialization.unmarshal(POD, Pod.class));
  }

  @Test
  void roles_are_told_apart_and_keep_the_order_of_starting() {
    then(snapshot().containers())
        .extracting(c -> c.name() + " " + c.role())
        .containsExactly(
            "init " + ContainerRole.INIT,
            "agent " + ContainerRole.SIDECAR,
            "app " + ContainerRole.APP);
  }

  @Test
  void an_end_is_a_whole_second_and_a_start_may_be_half_a_second_earlier() {
    var init = (ContainerStage.Terminated) snapshot().container("init").orElseThrow().stage();

    then(init.containerId()).isEqualTo("aaa");
    then(init.started())
        .isEqualTo(
            new Interval(
                Instant.parse("2026-01-01T00:00:00.5Z"),
                Instant.parse("2026-01-01T00:00:01.999999999Z")));
    then(init.finished()).isEqualTo(Interval.ofSecond(Instant.parse("2026-01-01T00:00:02Z")));
  }

  @Test
  void a_run_before_is_kept_with_its_reason() {
    then(snapshot().container("agent").orElseThrow().previous().inWords())
        .isEqualTo("exited 137 (OOMKilled)");
  }

  @Test
  void a_stamp_of_1970_means_that_the_process_never_ran() {
    var app = snapshot().container("app").orElseThrow();

    then(((ContainerStage.Terminated) app.previous()).everRan()).isFalse();
    then(app.stage()).isEqualTo(new ContainerStage.Waiting("ImagePullBackOff", "no such image"));
    then(app.declared().volumes()).containsExactly("logs");
  }

  @Test
  void conditions_keep_their_stamp() {
    var ready = snapshot().condition("Ready").orElseThrow();

    then(ready.holds()).isFalse();
    then(ready.since()).isEqualTo(Interval.ofSecond(Instant.parse("2026-01-01T00:00:05Z")));
  }

  @Test
  void a_pod_without_a_status_is_seen_all_the_same() {
    var bare = Serialization.unmarshal(POD.substring(0, POD.indexOf("status:")), Pod.class);
    bare.setStatus(null);

    var snapshot = PodTranslation.snapshotOf(bare);

    then(snapshot.phase().name()).isEmpty();
    then(snapshot.containers()).allMatch(c -> c.stage() instanceof ContainerStage.Unreported);
  }

  @Test
  void a_deletion_is_stamped_by_its_due_time_and_the_grace_period() {
    var written =
        PodTranslation.snapshotOf(
                Serialization.unmarshal(
                    """
                    metadata:
                      name: web
                      uid: uid-web
                      deletionTimestamp: "2026-01-01T00:00:40Z"
                      deletionGracePeriodSeconds: 30
                      managedFields:
                        - {manager: kubelet, operation: Update, time: "2026-01-01T00:00:05Z"}
                    spec: {containers: [{name: app, image: web}]}
                    """,
                    Pod.class))
            .written();

    then(written).isEqualTo(Interval.ofSecond(Instant.parse("2026-01-01T00:00:10Z")));
  }
}
