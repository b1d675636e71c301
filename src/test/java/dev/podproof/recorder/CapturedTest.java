package dev.podproof.recorder;

import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.PodSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a cluster with Kubernetes 1.37.2 and containerd 2.4.2 said of one pod, as it said it: an
 * init container that fails once, a sidecar, an app that is probed each second, a container that
 * exits 137 again and again, one whose image is not there, one whose program is not, and an
 * ephemeral container. Taken with "kubectl get pod -o json" and "ctr -n k8s.io events".
 */
class CapturedTest {
  private static final String MIGRATE_FIRST =
      "45bcec65cd3ceda36f31eb79e0ce2ccab80e7c55007919132a3339c70642bbae";
  private static final String MIGRATE_AGAIN =
      "da227b9f0114a4bf14b3bce291307aaa536c9bceebc9cd479143310c0a49af1e";
  private static final String APP =
      "804321991a1f97e48a4d9685ea8abbe18b5ec931efb9bcd99eeeff95d2c683b3";

  private static String captured(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(CapturedTest.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static PodSnapshot pod(String name) throws IOException {
    return PodTranslation.snapshotOf(Serialization.unmarshal(captured(name), Pod.class));
  }

  private static ContainerSnapshot container(String pod, String name) throws IOException {
    return pod(pod).container(name).orElseThrow();
  }

  private static List<RuntimeEventLine> events(String topic) throws IOException {
    return captured("events.txt")
        .lines()
        .map(RuntimeEventLine::parse)
        .flatMap(Optional::stream)
        .filter(event -> event.topic().equals(topic))
        .toList();
  }

  private static RuntimeEventLine event(String topic, String container) throws IOException {
    return events(topic).stream()
        .filter(event -> event.text("container_id").equals(container))
        .filter(event -> topic.endsWith("start") || event.isMainProcess())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void containers_stand_in_the_order_in_which_they_start() throws IOException {
    then(pod("pod-running.json").containers())
        .extracting(ContainerSnapshot::name, ContainerSnapshot::role)
        .containsExactly(
            tuple("migrate", ContainerRole.INIT),
            tuple("proxy", ContainerRole.SIDECAR),
            tuple("app", ContainerRole.APP),
            tuple("eater", ContainerRole.APP),
            tuple("missing", ContainerRole.APP),
            tuple("unstartable", ContainerRole.APP),
            tuple("debug", ContainerRole.EPHEMERAL));
  }

  @Test
  void a_pod_is_known_by_its_UID_and_label() throws IOException {
    var pod = pod("pod-running.json");

    then(pod.pod().name()).isEqualTo("web");
    then(pod.pod().uid()).isEqualTo("ded9ddcb-7d1d-4872-91c5-cb2e2383f0da");
    then(pod.labels()).containsEntry("app", "web");
    then(pod.controller()).isEmpty();
  }

  @Test
  void the_first_init_container_runs_while_the_others_wait() throws IOException {
    then(container("pod-starting.json", "migrate").stage())
        .isEqualTo(
            new ContainerStage.Running(
                new Interval(
                    Instant.parse("2026-11-23T20:49:15.5Z"),
                    Instant.parse("2026-11-23T20:49:16.999999999Z"))));
    then(container("pod-starting.json", "proxy").stage().inWords())
        .isEqualTo("waiting (PodInitializing)");
    then(container("pod-starting.json", "app").containerId()).isEmpty();
  }

  @Test
  void an_init_container_that_was_retried_keeps_its_first_end() throws IOException {
    var migrate = container("pod-running.json", "migrate");

    then(migrate.restarts()).isEqualTo(1);
    then(migrate.stage().inWords()).isEqualTo("exited 0");
    then(migrate.previous().inWords()).isEqualTo("exited 3");
    then(migrate.containerId()).isEqualTo(MIGRATE_AGAIN);
    then(((ContainerStage.Terminated) migrate.previous()).containerId()).isEqualTo(MIGRATE_FIRST);
  }

  @Test
  void a_sidecar_runs_started_and_ready() throws IOException {
    var proxy = container("pod-running.json", "proxy");

    then(proxy.stage()).isInstanceOf(ContainerStage.Running.class);
    then(proxy.started()).isTrue();
    then(proxy.ready()).isTrue();
    then(proxy.previous()).isEqualTo(new ContainerStage.Unreported());
  }

  @Test
  void a_termination_message_loses_its_line_end() throws IOException {
    var eater = (ContainerStage.Terminated) container("pod-running.json", "eater").stage();

    then(eater.exit().message()).isEqualTo("gone");
    then(eater.exit().inWords()).isEqualTo("exited 137");
  }

  @Test
  void an_image_that_is_not_there_is_what_its_container_waits_for() throws IOException {
    then(container("pod-running.json", "missing").stage())
        .isEqualTo(
            new ContainerStage.Waiting(
                "ErrImageNeverPull",
                "Container image \"no-such-image:1\" is not present with pull policy of Never"));
  }

  @Test
  void a_program_that_is_not_there_never_ran() throws IOException {
    var unstartable = container("pod-running.json", "unstartable");
    var previous = (ContainerStage.Terminated) unstartable.previous();

    then(unstartable.stage().inWords()).isEqualTo("waiting (RunContainerError)");
    then(previous.everRan()).isFalse();
    then(previous.inWords()).isEqualTo("exited 128 (StartError)");
  }

  @Test
  void an_ephemeral_container_has_no_started_flag() throws IOException {
    var debug = container("pod-running.json", "debug");

    then(debug.started()).isFalse();
    then(debug.stage().inWords()).isEqualTo("exited 4");
  }

  @Test
  void a_condition_says_which_containers_are_not_ready() throws IOException {
    var ready = pod("pod-running.json").condition("Ready").orElseThrow();

    then(ready.holds()).isFalse();
    then(ready.message()).isEqualTo("containers with unready status: [eater missing unstartable]");
    then(pod("pod-running.json").holds("Initialized")).isTrue();
    then(pod("pod-starting.json").holds("Initialized")).isFalse();
  }

  @Test
  void a_deletion_timestamp_says_that_deletion_was_asked_for() throws IOException {
    then(pod("pod-running.json").phase().deletionRequested()).isFalse();
    then(pod("pod-terminating.json").phase().deletionRequested()).isTrue();
    then(pod("pod-terminating.json").phase().name()).isEqualTo("Pending");
  }

  @Test
  void every_line_of_the_runtime_is_an_event() throws IOException {
    then(captured("events.txt").lines().map(RuntimeEventLine::parse)).allMatch(Optional::isPresent);
    then(events("/tasks/start")).hasSize(11);
  }

  @Test
  void a_failed_and_a_successful_end_are_told_apart() throws IOException {
    then(event("/tasks/exit", MIGRATE_FIRST).exitStatus()).isEqualTo(3);
    then(event("/tasks/exit", MIGRATE_AGAIN).exitStatus()).isZero();
  }

  @Test
  void an_end_has_the_time_at_which_the_process_ended_not_that_of_the_event() throws IOException {
    var exit = event("/tasks/exit", MIGRATE_FIRST);

    then(exit.at()).isEqualTo(Instant.parse("2026-11-23T20:49:17.021370540Z"));
    then(exit.exitedAt()).isEqualTo(Instant.parse("2026-11-23T20:49:17.021164433Z"));
  }

  @Test
  void probes_that_end_in_the_app_are_not_its_end() throws IOException {
    var exits =
        events("/tasks/exit").stream()
            .filter(event -> event.text("container_id").equals(APP))
            .toList();

    then(exits).hasSizeGreaterThan(1);
    then(exits.stream().filter(RuntimeEventLine::isMainProcess)).hasSize(1);
  }

  @Test
  void both_witnesses_agree_on_when_the_app_started_and_the_retried_one_ended() throws IOException {
    var app = (ContainerStage.Running) container("pod-running.json", "app").stage();
    var migrate = (ContainerStage.Terminated) container("pod-running.json", "migrate").stage();

    then(app.started().intersect(Interval.at(event("/tasks/start", APP).at()))).isPresent();
    then(migrate.finished().intersect(Interval.at(event("/tasks/exit", MIGRATE_AGAIN).exitedAt())))
        .isPresent();
  }
}
