package dev.podproof.recorder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the API tells of one scenario's namespace, turned into observations of its history.
 *
 * <p>Thread-safe; the news of one kind come one at a time.
 */
final class NamespaceNews {
  // Such as spec.initContainers{wait-for-db} (k8s.io/kubernetes, pkg/kubelet/container/ref.go).
  private static final Pattern CONTAINER = Pattern.compile("spec\\.\\w+\\{(.+)}");
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  /** How long a server that does not answer may be restarting. */
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  private final String namespace;
  private final Recording recording;
  private final Consumer<Pod> onPod;
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private Instant answered;

  /**
   * News for that recording.
   *
   * @param onPod is told of each version of a pod, on the watch's thread
   */
  NamespaceNews(String namespace, Recording recording, Consumer<Pod> onPod) {
    this.namespace = namespace;
    this.recording = recording;
    this.onPod = onPod;
    this.answered = recording.now();
  }

  /** The namespace that this is about. */
  String namespace() {
    return namespace;
  }

  /** Records one event of a watch. */
  void hear(Action action, HasMetadata object) {
    if (object instanceof Pod pod) {
      podNews(action, pod);
    } else if (object instanceof Event event) {
      eventNews(action, event);
    } else {
      objectNews(action, object);
    }
  }

  /** Records that a watch did not listen for a while. */
  void miss(Interval hole, String why) {
    recording.append(at -> new Observation.Gap(at, Witness.ARRIVAL, hole, why));
  }

  /**
   * Asks for the pods and compares their versions with those that the watch has shown. Where none
   * is newer, and the watch has no hole, everything up to the question has been heard.
   *
   * @throws KubernetesClientException if the API server has not answered for a while
   */
  synchronized void confirm(KubernetesClient client, BooleanSupplier watchIsWhole) {
    var asked = recording.now();
    try {
      var present = client.pods().inNamespace(namespace).list().getItems();
      answered = recording.now();
      if (hasShown(present) && watchIsWhole.getAsBoolean()) {
        recording.append(at -> new Observation.HeardUpTo(at, Witness.ARRIVAL, asked));
      }
    } catch (KubernetesClientException e) {
      if (recording.now().isAfter(answered.plus(OUTAGE))) {
        throw e;
      }
    }
  }

  private boolean hasShown(List<Pod> present) {
    var versions =
        present.stream()
            .collect(
                Collectors.toMap(
                    pod -> pod.getMetadata().getUid(),
                    pod -> pod.getMetadata().getResourceVersion()));
    return versions.equals(shown);
  }

  private void podNews(Action action, Pod pod) {
    var snapshot = PodTranslation.snapshotOf(pod);
    recording.append(at -> new Observation.PodSeen(at, snapshot));
    if (action == Action.DELETED) {
      recording.append(at -> new Observation.PodGone(at, snapshot.pod()));
    }
    objectNews(action, pod);
    remember(action, pod);
    onPod.accept(pod);
  }

  // Only now, since what is remembered here counts as heard.
  private void remember(Action action, Pod pod) {
    if (action == Action.DELETED) {
      shown.remove(pod.getMetadata().getUid());
    } else {
      shown.put(pod.getMetadata().getUid(), pod.getMetadata().getResourceVersion());
    }
  }

  private void eventNews(Action action, Event event) {
    if (action == Action.DELETED || event.getInvolvedObject() == null) {
      return;
    }
    var object = event.getInvolvedObject();
    var about = new ObjectName(text(object.getKind()), text(object.getName()));
    var container = CONTAINER.matcher(text(object.getFieldPath()));
    var named = container.matches() ? container.group(1) : "";
    recording.append(
        at ->
            new Observation.EventSeen(
                at,
                about,
                text(object.getUid()),
                named,
                text(event.getReason()),
                text(event.getMessage())));
  }

  private void objectNews(Action action, HasMetadata object) {
    var name = new ObjectName(object.getKind(), object.getMetadata().getName());
    recording.hide(SecretValues.of(object));
    // The last version of an object is that of its deletion.
    recording.append(at -> new Observation.ObjectSeen(at, name, content(object)));
    if (action == Action.DELETED) {
      recording.append(at -> new Observation.ObjectGone(at, name));
    }
  }

  /** The object as maps, lists, strings, numbers and booleans; values of Secrets are left out. */
  static Map<String, Object> content(HasMetadata object) {
    var content = JSON.convertValue(object, TREE);
    if (object.getKind().equals("Secret")) {
      content.keySet().removeAll(List.of("data", "stringData"));
    }
    return content;
  }

  private static String text(@Nullable String text) {
    return Optional.ofNullable(text).orElse("");
  }
}
