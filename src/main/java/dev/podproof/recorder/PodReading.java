package dev.podproof.recorder;

import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.namespace.ObjectKind;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a cluster that somebody else runs tells of one pod that is there. It only reads: get, list
 * and the logs of the pod's containers; one that {@link #follows} also watches that pod and its
 * events. Times count from the pod's creation. What may not be read is not known.
 */
public final class PodReading implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PodReading.class);

  /** Enough to tell how often a line came; a pod that is stuck says little else. */
  private static final int LOG_LINES = 200;

  /** What explanations draw on, as far as it is there. */
  private static final List<String> KINDS =
      List.of("Service", "EndpointSlice", "Node", "PersistentVolumeClaim", "ConfigMap");

  private final KubernetesClient client;
  private final String namespace;
  private final PodIdentity pod;
  private final Recording recording;
  private final LogWitness logs;
  private final List<AutoCloseable> watches = new ArrayList<>();

  private PodReading(KubernetesClient client, Pod pod) {
    this.client = client;
    this.namespace = pod.getMetadata().getNamespace();
    this.pod = PodTranslation.identityOf(pod);
    this.recording =
        new Recording(
            Clock.systemUTC(),
            Listening.API_ALONE,
            Instant.parse(pod.getMetadata().getCreationTimestamp()));
    this.logs = new LogWitness(client, recording, OptionalInt.of(LOG_LINES));
    new PresentObjects(client, namespace)
        .of(ObjectKind.named("Secret").orElseThrow())
        .forEach(secret -> recording.hide(SecretValues.of(secret)));
  }

  /** What can be read of that pod at this moment; empty where there is none of that name. */
  public static Optional<PodReading> now(KubernetesClient client, String namespace, String name) {
    return find(client, namespace, name).map(pod -> new PodReading(client, pod).read(pod));
  }

  /** The same, and all that comes until it is closed. */
  public static Optional<PodReading> follows(
      KubernetesClient client, String namespace, String name) {
    return find(client, namespace, name).map(pod -> new PodReading(client, pod).follow());
  }

  private static Optional<Pod> find(KubernetesClient client, String namespace, String name) {
    return Optional.ofNullable(client.pods().inNamespace(namespace).withName(name).get());
  }

  /** The pod. */
  public PodIdentity pod() {
    return pod;
  }

  /** What was read so far. */
  public Recording recording() {
    return recording;
  }

  private PodReading read(Pod found) {
    var news = new NamespaceNews(namespace, recording, any -> {});
    news.hear(Action.ADDED, found);
    var present = new PresentObjects(client, namespace);
    neighbours().forEach(other -> news.hear(Action.ADDED, other));
    events().forEach(event -> news.hear(Action.ADDED, event));
    KINDS.stream()
        .flatMap(kind -> ObjectKind.named(kind).stream())
        .flatMap(kind -> present.of(kind).stream())
        .forEach(object -> news.hear(Action.ADDED, object));
    statuses(found).forEach(this::readLogs);
    return this;
  }

  // A Service that selects no pod may nearly select one of these.
  private List<Pod> neighbours() {
    try {
      return client.pods().inNamespace(namespace).list().getItems().stream()
          .filter(other -> !other.getMetadata().getUid().equals(pod.uid()))
          .toList();
    } catch (KubernetesClientException e) {
      log.debug("the other pods are not known: {}", e.getMessage());
      return List.of();
    }
  }

  // The list is in no order of time, and what came last counts most.
  private List<Event> events() {
    try {
      return client.v1().events().inNamespace(namespace).list().getItems().stream()
          .filter(event -> event.getInvolvedObject() != null)
          .filter(event -> pod.uid().equals(event.getInvolvedObject().getUid()))
          .sorted(Comparator.comparing(PodReading::stamp))
          .toList();
    } catch (KubernetesClientException e) {
      log.debug("the events are not known: {}", e.getMessage());
      return List.of();
    }
  }

  private static String stamp(Event event) {
    var last = event.getLastTimestamp();
    var since = event.getEventTime() == null ? "" : event.getEventTime().getTime();
    return last == null ? Objects.requireNonNullElse(since, "") : last;
  }

  private static Stream<ContainerStatus> statuses(Pod pod) {
    var status = pod.getStatus();
    return status == null
        ? Stream.of()
        : Stream.of(
                status.getInitContainerStatuses(),
                status.getContainerStatuses(),
                status.getEphemeralContainerStatuses())
            .flatMap(List::stream);
  }

  private void readLogs(ContainerStatus container) {
    var state = container.getState();
    var last = container.getLastState();
    if (last != null && last.getTerminated() != null) {
      readLog(container.getName(), last.getTerminated().getContainerID(), true);
    }
    if (state != null && (state.getRunning() != null || state.getTerminated() != null)) {
      readLog(container.getName(), container.getContainerID(), false);
    }
  }

  private void readLog(
      String container, @org.jspecify.annotations.Nullable String containerId, boolean previous) {
    var id = LogWitness.withoutScheme(containerId);
    if (id.isEmpty()) {
      return;
    }
    try {
      var stamped =
          client
              .pods()
              .inNamespace(namespace)
              .withName(pod.name())
              .inContainer(container)
              .usingTimestamps();
      var run = previous ? stamped.terminated() : stamped;
      var text = run.tailingLines(LOG_LINES).getLog();
      var lines = new LogLines(id, recording);
      lines.take(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      lines.end();
    } catch (KubernetesClientException e) {
      log.debug("no log of {}: {}", container, e.getMessage());
    }
  }

  private PodReading follow() {
    var news = new NamespaceNews(namespace, recording, logs::follow);
    watches.add(
        client
            .pods()
            .inNamespace(namespace)
            .withName(pod.name())
            .inform(heardBy(news, Pod.class), 0));
    watches.add(
        client
            .v1()
            .events()
            .inNamespace(namespace)
            .withField("involvedObject.name", pod.name())
            .inform(heardBy(news, Event.class), 0));
    return this;
  }

  private static <T extends HasMetadata> ResourceEventHandler<T> heardBy(
      NamespaceNews news, Class<T> kind) {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(T object) {
        news.hear(Action.ADDED, kind.cast(object));
      }

      @Override
      public void onUpdate(T before, T object) {
        news.hear(Action.MODIFIED, kind.cast(object));
      }

      @Override
      public void onDelete(T object, boolean unknown) {
        news.hear(Action.DELETED, kind.cast(object));
      }
    };
  }

  /** Ends what follows the pod; what was read stays. */
  @Override
  public void close() {
    watches.forEach(org.apache.commons.lang3.function.Failable.asConsumer(AutoCloseable::close));
    logs.close();
  }
}
