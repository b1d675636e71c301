package dev.podproof.recorder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import dev.podproof.namespace.ObjectKind;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Watches one namespace: pods, events, and what pods depend on (Services and EndpointSlices). */
final class ApiWitness implements AutoCloseable {
  // Such as spec.initContainers{wait-for-db} (k8s.io/kubernetes, pkg/kubelet/container/ref.go).
  private static final Pattern CONTAINER = Pattern.compile("spec\\.\\w+\\{(.+)}");
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  private static final ObjectKind SECRET = new ObjectKind("v1", "Secret");

  /** How long a server that does not answer may be restarting. */
  private static final Duration OUTAGE = Duration.ofSeconds(10);

  private final Recording recording;
  private final Consumer<Pod> onPod;
  private final MixedOperation<Pod, PodList, PodResource> pods;
  private final String namespace;
  private final KubernetesClient client;
  private final Set<String> watched = ConcurrentHashMap.newKeySet();
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private Instant answered;
  private final List<ResumingWatch<?>> watches = new CopyOnWriteArrayList<>();

  /**
   * Begins to watch; returns when the API server has accepted every watch.
   *
   * @param onPod is told of each version of a pod, on the watch's thread
   */
  ApiWitness(KubernetesClient client, String namespace, Recording recording, Consumer<Pod> onPod) {
    this.recording = recording;
    this.onPod = onPod;
    this.pods = client.pods();
    this.namespace = namespace;
    this.client = client;
    watched.addAll(List.of("Pod", "Event", "Service", "EndpointSlice"));
    this.answered = recording.now();
    watch("pods", client.pods().inNamespace(namespace), this::podNews);
    watch("events", client.v1().events().inNamespace(namespace), this::eventNews);
    watch("services", client.services().inNamespace(namespace), this::objectNews);
    watch(
        "endpointslices",
        client.discovery().v1().endpointSlices().inNamespace(namespace),
        this::objectNews);
  }

  private <T extends HasMetadata> void watch(
      String kind, FilterWatchListDeletable<T, ?, ?> objects, ResumingWatch.News<T> news) {
    watches.add(new ResumingWatch<>(kind, objects, news, recording));
  }

  /**
   * Asks for the pods and compares their versions with those that the watch has shown. Where none
   * is newer, everything up to the question has been heard.
   */
  synchronized void confirm() {
    var asked = recording.now();
    try {
      var present = pods.inNamespace(namespace).list().getItems();
      answered = recording.now();
      if (hasShown(present)) {
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
    if (action == Action.DELETED) {
      var identity = PodTranslation.identityOf(pod);
      var last = PodTranslation.snapshotOf(pod);
      recording.append(at -> new Observation.PodSeen(at, last));
      recording.append(at -> new Observation.PodGone(at, identity));
    } else {
      var snapshot = PodTranslation.snapshotOf(pod);
      recording.append(at -> new Observation.PodSeen(at, snapshot));
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
    recording.append(
        at ->
            action == Action.DELETED
                ? new Observation.ObjectGone(at, name)
                : seen(at, name, object));
  }

  private static Observation seen(Instant at, ObjectName name, HasMetadata object) {
    var content = JSON.convertValue(object, TREE);
    if (object.getKind().equals("Secret")) {
      content.keySet().removeAll(List.of("data", "stringData"));
    }
    return new Observation.ObjectSeen(at, name, content);
  }

  /** From now on objects of that kind are watched as well. */
  void watch(ObjectKind kind) {
    if (watched.add(kind.kind())) {
      watch(kind.kind(), objects(kind), this::objectNews);
    }
  }

  private FilterWatchListDeletable<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      objects(ObjectKind kind) {
    var all = client.genericKubernetesResources(kind.apiVersion(), kind.kind());
    return kind.isNamespaced() ? all.inNamespace(namespace) : all;
  }

  /** Asks once for the objects of that kind; where they cannot be had, nothing is recorded. */
  void ask(ObjectKind kind) {
    if (!watched.contains(kind.kind())) {
      listed(kind).forEach(object -> objectNews(Action.ADDED, object));
    }
  }

  /** Hides the values of all Secrets that are there, also of those that nobody watches. */
  void hideSecrets() {
    listed(SECRET).forEach(secret -> recording.hide(SecretValues.of(secret)));
  }

  private List<GenericKubernetesResource> listed(ObjectKind kind) {
    try {
      return objects(kind).list().getItems();
    } catch (KubernetesClientException e) {
      // What was asked for would only make an explanation better.
      return List.of();
    }
  }

  private static String text(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text).orElse("");
  }

  @Override
  public void close() {
    watches.forEach(ResumingWatch::close);
  }
}
