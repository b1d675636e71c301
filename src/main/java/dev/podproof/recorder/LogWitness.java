package dev.podproof.recorder;

import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Witness;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of every run of every container, from its first line, one request a run.
 *
 * <p>The API serves the newest run and the one before it; a run that was over and replaced before
 * the watch showed it is fetched as the previous one. Lines keep the stamps that the runtime gave
 * them. Thread-safe.
 */
final class LogWitness implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogWitness.class);

  private final KubernetesClient client;
  private final Recording recording;
  private final String tail;
  private final Set<String> followed = ConcurrentHashMap.newKeySet();
  private final Map<String, AsyncBody> open = new ConcurrentHashMap<>();

  /** Follows from the first line on. */
  LogWitness(KubernetesClient client, Recording recording) {
    this(client, recording, OptionalInt.empty());
  }

  /** Follows from so many lines before the end on. */
  LogWitness(KubernetesClient client, Recording recording, OptionalInt tail) {
    this.client = client;
    this.recording = recording;
    this.tail = tail.isEmpty() ? "" : "&tailLines=" + tail.getAsInt();
  }

  /** Follows what this version of a pod shows to have started. */
  void follow(Pod pod) {
    if (pod.getStatus() == null) {
      return;
    }
    var status = pod.getStatus();
    Stream.of(
            status.getInitContainerStatuses(),
            status.getContainerStatuses(),
            status.getEphemeralContainerStatuses())
        .flatMap(List::stream)
        .forEach(container -> follow(pod, container));
  }

  private void follow(Pod pod, ContainerStatus container) {
    var state = container.getState();
    var last = container.getLastState();
    if (last != null && last.getTerminated() != null) {
      followOnce(pod, container.getName(), last.getTerminated().getContainerID(), true);
    }
    if (state != null && state.getTerminated() != null) {
      followOnce(pod, container.getName(), state.getTerminated().getContainerID(), false);
    }
    if (state != null && state.getRunning() != null) {
      followOnce(pod, container.getName(), container.getContainerID(), false);
    }
  }

  static String withoutScheme(@org.jspecify.annotations.Nullable String containerId) {
    return containerId == null ? "" : containerId.replaceFirst("^.*://", "");
  }

  private void followOnce(
      Pod pod,
      String container,
      @org.jspecify.annotations.Nullable String containerId,
      boolean previous) {
    var id = withoutScheme(containerId);
    if (id.isEmpty() || !followed.add(id)) {
      return;
    }
    var uri =
        client.getConfiguration().getMasterUrl().replaceFirst("/$", "")
            + "/api/v1/namespaces/"
            + pod.getMetadata().getNamespace()
            + "/pods/"
            + pod.getMetadata().getName()
            + "/log?timestamps=true&container="
            + container
            + (previous ? "&previous=true" : "&follow=true")
            + tail;
    var request = client.getHttpClient().newHttpRequestBuilder().uri(uri).build();
    var lines = new LogLines(id, recording);
    var unused =
        client
            .getHttpClient()
            .consumeBytes(request, (buffers, body) -> consume(buffers, body, lines))
            .whenComplete((response, failure) -> begin(id, lines, response, failure));
  }

  private static void consume(List<ByteBuffer> buffers, AsyncBody body, LogLines lines) {
    buffers.forEach(lines::take);
    body.consume();
  }

  private void begin(
      String id,
      LogLines lines,
      @org.jspecify.annotations.Nullable HttpResponse<AsyncBody> response,
      @org.jspecify.annotations.Nullable Throwable failure) {
    if (response == null || response.code() != 200) {
      var why = response == null ? String.valueOf(failure) : "HTTP " + response.code();
      log.debug("no log of container {}: {}", id, why);
      recording.append(
          at ->
              new Observation.Gap(
                  at, Witness.LOG, Interval.at(at), "no log of " + id + ": " + why));
      return;
    }
    var body = response.body();
    open.put(id, body);
    var unused =
        body.done()
            .whenComplete(
                (done, broken) -> {
                  lines.end();
                  open.remove(id);
                });
    body.consume();
  }

  @Override
  public void close() {
    open.values().forEach(AsyncBody::cancel);
  }
}
