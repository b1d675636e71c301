package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Lines as "ctr events" of containerd 2.4.2 printed them. */
class RuntimeEventLineTest {
  private static final String START =
      "2026-11-23 12:07:27.100744919 +0000 UTC k8s.io /tasks/start {\"container_id\":\"9457af\",\"pid\":275}";

  @Test
  void a_start_has_a_time_in_nanoseconds_and_a_container() {
    var event = RuntimeEventLine.parse(START).orElseThrow();

    then(event.at()).isEqualTo(Instant.parse("2026-11-23T12:07:27.100744919Z"));
    then(event.namespace()).isEqualTo("k8s.io");
    then(event.topic()).isEqualTo("/tasks/start");
    then(event.text("container_id")).isEqualTo("9457af");
  }

  @Test
  void a_time_may_have_fewer_digits() {
    var line =
        "2026-11-23 12:07:28.03366104 +0000 UTC podproof /namespaces/create {\"name\":\"podproof\"}";

    then(RuntimeEventLine.parse(line).orElseThrow().at())
        .isEqualTo(Instant.parse("2026-11-23T12:07:28.033661040Z"));
  }

  @Test
  void an_exit_without_a_status_is_a_success() {
    var line =
        "2026-11-23 12:07:29.0 +0000 UTC k8s.io /tasks/exit {\"container_id\":\"a\",\"id\":\"a\",\"pid\":9,\"exited_at\":\"2026-11-23T12:07:28.5Z\"}";
    var event = RuntimeEventLine.parse(line).orElseThrow();

    then(event.exitStatus()).isZero();
    then(event.exitedAt()).isEqualTo(Instant.parse("2026-11-23T12:07:28.5Z"));
    then(event.isMainProcess()).isTrue();
  }

  @Test
  void a_probe_that_ends_in_a_container_is_not_its_main_process() {
    var line =
        "2026-11-23 12:07:29.0 +0000 UTC k8s.io /tasks/exit {\"container_id\":\"a\",\"id\":\"probe\",\"exit_status\":1}";

    then(RuntimeEventLine.parse(line).orElseThrow().isMainProcess()).isFalse();
  }

  @Test
  void what_is_no_event_is_none() {
    then(RuntimeEventLine.parse("time=\"2026\" level=warning msg=\"cgroup v1\"")).isEmpty();
    then(RuntimeEventLine.parse(START.substring(0, START.length() - 5))).isEmpty();
    then(RuntimeEventLine.parse("")).isEmpty();
  }
}
