package dev.podproof.recorder;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.PodSnapshot;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Watcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a cluster with Kubernetes 1.37.2 and containerd 2.4.2 said of a pod while it was watched:
 * every version as "kubectl get pods -w -o json --output-watch-events --show-managed-fields" wrote
 * it, the field lists of the managed fields left out.
 */
record Watched(List<Observation> observations) {
  private static final JsonMapper JSON = new JsonMapper();
  static final Instant ARRIVAL = Instant.parse("2026-11-28T14:00:00Z");

  /** What the recorder makes of all that the watch showed of the pod of that name. */
  static Watched pod(String name) throws IOException {
    var clock = Clock.fixed(ARRIVAL, ZoneOffset.UTC);
    var recording = new Recording(clock, Listening.API_ALONE);
    var news = new NamespaceNews("default", recording, pod -> {});
    for (var line : text("watch-" + name + ".jsonl").lines().toList()) {
      var event = JSON.readTree(line);
      news.hear(
          Watcher.Action.valueOf(event.get("type").asText()),
          JSON.convertValue(event.get("object"), Pod.class));
    }
    return new Watched(recording.look().history().observations());
  }

  static String text(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(Watched.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  List<PodSnapshot> versions() {
    return observations.stream()
        .filter(Observation.PodSeen.class::isInstance)
        .map(seen -> ((Observation.PodSeen) seen).snapshot())
        .toList();
  }

  PodSnapshot last() {
    return versions().get(versions().size() - 1);
  }

  /** The stage of a container in the last version. */
  ContainerStage stage(String container) {
    return last().container(container).orElseThrow().stage();
  }

  /**
   * Each observation in words, without the versions of the object, which stand behind the pod's.
   */
  List<String> told() {
    return observations.stream()
        .filter(one -> !(one instanceof Observation.ObjectSeen))
        .map(Watched::told)
        .toList();
  }

  private static String told(Observation observation) {
    return observation instanceof Observation.PodSeen seen
        ? told(seen.snapshot())
        : observation instanceof Observation.PodGone gone
            ? "pod " + gone.pod().name() + " gone"
            : observation instanceof Observation.ObjectGone gone
                ? gone.object().inWords() + " gone"
                : observation.toString();
  }

  private static String told(PodSnapshot pod) {
    var phase = pod.phase();
    return phase.name()
        + (phase.reason().isEmpty() ? "" : " (" + phase.reason() + ")")
        + (phase.deletionRequested() ? ", being deleted" : "")
        + pod.containers().stream()
            .map(container -> "; " + told(container))
            .collect(Collectors.joining());
  }

  private static String told(ContainerSnapshot container) {
    return container.name()
        + " "
        + container.stage().inWords()
        + (container.previous() instanceof ContainerStage.Unreported
            ? ""
            : ", before that " + container.previous().inWords())
        + (container.restarts() == 0 ? "" : ", restart " + container.restarts())
        + (container.started() ? ", started" : "")
        + (container.ready() ? ", ready" : "");
  }
}
