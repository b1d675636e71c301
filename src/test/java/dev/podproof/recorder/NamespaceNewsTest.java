package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.Observation.Gap;
import dev.podproof.lifecycle.Observation.HeardUpTo;
import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import dev.podproof.lifecycle.Witness;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the news of a namespace: events as a cluster wrote them, objects, and proof. */
@EnableKubernetesMockClient(crud = true)
class NamespaceNewsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T14:00:00Z");

  KubernetesMockServer server;
  KubernetesClient client;

  private final Time time = new Time(NOW);
  private final Recording recording = new Recording(time, Listening.API_ALONE);
  private final List<String> pods = new ArrayList<>();
  private final NamespaceNews news =
      new NamespaceNews("one", recording, pod -> pods.add(pod.getMetadata().getName()));

  private List<Observation> heard() {
    return recording.look().history().observations();
  }

  private static HasMetadata object(String yaml) {
    return Serialization.unmarshal("---\n" + yaml, GenericKubernetesResource.class);
  }

  private static Event event(String yaml) {
    return Serialization.unmarshal("---\n" + yaml, Event.class);
  }

  /** The captured events about that pod, in order. */
  private static List<String> eventsOf(String pod) throws IOException {
    var recording = new Recording(Clock.fixed(NOW, ZoneOffset.UTC), Listening.API_ALONE);
    var news = new NamespaceNews("default", recording, any -> {});
    var json = new JsonMapper();
    for (var line : Watched.text("watch-events.jsonl").lines().toList()) {
      var event = json.readTree(line);
      news.hear(
          Action.valueOf(event.get("type").asText()),
          json.convertValue(event.get("object"), Event.class));
    }
    return recording
        .look()
        .history()
        .all(EventSeen.class)
        .filter(event -> event.about().equals(new ObjectName("Pod", pod)))
        .map(event -> event.reason() + " [" + event.container() + "] " + event.message())
        .toList();
  }

  @Test
  void events_of_an_evicted_pod_name_the_container_that_each_is_about() throws IOException {
    var present =
        "Container image \"busybox\" already present on machine and can be accessed by the pod";

    then(eventsOf("hoarder"))
        .containsExactly(
            "Scheduled [] Successfully assigned default/hoarder to node",
            "Pulled [app] " + present,
            "Created [app] Container created",
            "Started [app] Container started",
            "Pulled [other] " + present,
            "Created [other] Container created",
            "Started [other] Container started",
            "Evicted [] Usage of EmptyDir volume \"scratch\" exceeds the limit \"1Mi\". ",
            "Killing [other] Stopping container other",
            "Killing [app] Stopping container app");
  }

  @Test
  void an_event_that_is_counted_up_is_heard_once_for_each_time() throws IOException {
    var backOff =
        "BackOff [proxy] Back-off restarting failed container proxy in pod"
            + " sidecar_default(4121a120-19ca-4ee3-b86e-992efd3ca616)";

    then(eventsOf("sidecar")).endsWith(backOff, backOff);
  }

  @Test
  void a_failed_start_is_an_event_of_its_container() throws IOException {
    then(eventsOf("no-program"))
        .endsWith(
            "Failed [app] Error: failed to create containerd task: failed to create shim task:"
                + " OCI runtime create failed: runc create failed: unable to start container"
                + " process: exec: \"no-such-program\": executable file not found in $PATH");
  }

  @Test
  void an_event_that_expires_or_is_about_nothing_is_no_news() {
    var event = event("{metadata: {name: e}}");

    news.hear(Action.ADDED, event);
    news.hear(Action.DELETED, event);

    then(heard()).isEmpty();
  }

  @Test
  void an_event_that_leaves_everything_open_is_heard_with_empty_words() {
    news.hear(Action.ADDED, event("{metadata: {name: e}, involvedObject: {kind: Job}}"));

    then(heard()).containsExactly(new EventSeen(NOW, new ObjectName("Job", ""), "", "", "", ""));
  }

  @Test
  void an_object_is_its_last_version_and_then_gone() {
    var job = object("{apiVersion: batch/v1, kind: Job, metadata: {name: import}, spec: {n: 1}}");

    news.hear(Action.MODIFIED, job);
    news.hear(Action.DELETED, job);

    var name = new ObjectName("Job", "import");
    var content = NamespaceNews.content(job);
    then(heard())
        .containsExactly(
            new ObjectSeen(NOW, name, content),
            new ObjectSeen(NOW, name, content),
            new ObjectGone(NOW, name));
    then(content).containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
  }

  @Test
  void the_values_of_a_Secret_are_kept_nowhere_and_hidden_everywhere() {
    news.hear(
        Action.ADDED,
        object(
            "{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {password: aHVudGVyMg==}}"));

    then(((ObjectSeen) heard().get(0)).content())
        .containsOnlyKeys("apiVersion", "kind", "metadata");
    then(recording.redaction().apply("it is hunter2, or aHVudGVyMg=="))
        .isEqualTo("it is [hidden: value of a Secret], or [hidden: value of a Secret]");
  }

  @Test
  void what_is_no_Secret_or_has_no_values_hides_nothing() {
    var map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: aHVudGVyMg==}}";

    then(SecretValues.of(object(map))).isEmpty();
    then(SecretValues.of(object("{apiVersion: v1, kind: Secret, metadata: {name: s}}"))).isEmpty();
    then(SecretValues.of(new PodBuilder().withNewMetadata().endMetadata().build())).isEmpty();
    then(SecretValues.of(object(map.replace("ConfigMap", "Secret"))))
        .containsExactly("aHVudGVyMg==", "hunter2");
  }

  @Test
  void each_version_of_a_pod_is_passed_on() {
    news.hear(Action.ADDED, pod("web", "1"));
    news.hear(Action.DELETED, pod("web", "2"));
    news.hear(Action.ADDED, object("{apiVersion: v1, kind: Service, metadata: {name: s}}"));

    then(pods).containsExactly("web", "web");
    then(news.namespace()).isEqualTo("one");
  }

  @Test
  void a_watch_that_did_not_listen_leaves_a_gap_of_what_it_would_have_told() {
    var hole = new Interval(NOW.minusSeconds(3), NOW);

    news.miss(hole, "the watch ended");

    then(heard()).containsExactly(new Gap(NOW, Witness.ARRIVAL, hole, "the watch ended"));
  }

  @Test
  void everything_is_heard_once_the_watch_has_shown_the_versions_that_the_API_has() {
    var made = client.resource(pod("web", "1")).create();

    news.confirm(client, () -> true);
    then(heard()).isEmpty();

    news.hear(Action.ADDED, made);
    news.confirm(client, () -> true);
    then(proofs()).containsExactly(new HeardUpTo(NOW, Witness.ARRIVAL, NOW));
  }

  @Test
  void a_pod_that_the_API_has_no_more_is_to_be_shown_as_gone_first() {
    var made = client.resource(pod("web", "1")).create();
    news.hear(Action.ADDED, made);
    client.resource(made).delete();

    news.confirm(client, () -> true);
    then(proofs()).isEmpty();

    news.hear(Action.DELETED, made);
    news.confirm(client, () -> true);
    then(proofs()).hasSize(1);
  }

  @Test
  void a_server_that_does_not_answer_may_be_restarting_for_ten_seconds() {
    server
        .expect()
        .get()
        .withPath("/api/v1/namespaces/one/pods")
        .andReturn(403, "{\"kind\":\"Status\",\"code\":403,\"message\":\"no\"}")
        .always();

    time.moveTo(NOW.plusSeconds(10));
    news.confirm(client, () -> true);
    then(heard()).isEmpty();

    time.moveTo(NOW.plusSeconds(11));
    thenThrownBy(() -> news.confirm(client, () -> true))
        .isInstanceOf(KubernetesClientException.class);
  }

  private List<HeardUpTo> proofs() {
    return recording.look().history().all(HeardUpTo.class).toList();
  }

  private static Pod pod(String name, String version) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("one")
        .withUid("uid-" + name)
        .withResourceVersion(version)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .build();
  }
}
