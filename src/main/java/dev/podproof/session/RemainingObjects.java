package dev.podproof.session;

import dev.podproof.namespace.ObjectKind;
import dev.podproof.recorder.Recorder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The objects that a scenario leaves, asked for all at once and within a limit.
 *
 * @param missing a line for each kind that could not be had
 */
record RemainingObjects(List<Map<String, Object>> objects, List<String> missing) {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** What a reader of a failure looks at, whether the scenario speaks of it or not. */
  private static final List<ObjectKind> ALWAYS =
      Stream.of(
              "Pod",
              "Service",
              "EndpointSlice",
              "ConfigMap",
              "Secret",
              "PersistentVolumeClaim",
              "ReplicaSet",
              "Node")
          .flatMap(kind -> ObjectKind.named(kind).stream())
          .toList();

  /** Asks for these kinds and the usual ones. */
  static RemainingObjects of(Recorder recorder, Collection<ObjectKind> wanted) {
    var kinds = new LinkedHashSet<>(ALWAYS);
    kinds.addAll(wanted);
    var questions =
        new ArrayList<Question>(
            kinds.stream().map(kind -> (Question) () -> recorder.present(kind)).toList());
    var threads = Executors.newFixedThreadPool(4);
    try {
      var answers = threads.invokeAll(questions, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      var objects = new ArrayList<Map<String, Object>>();
      var missing = new ArrayList<String>();
      var kind = kinds.iterator();
      for (var answer : answers) {
        add(kind.next(), answer, objects, missing);
      }
      return new RemainingObjects(objects, missing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new RemainingObjects(List.of(), List.of("objects: interrupted while they were read"));
    } finally {
      threads.shutdownNow();
    }
  }

  /** One kind. */
  @FunctionalInterface
  private interface Question extends java.util.concurrent.Callable<List<Map<String, Object>>> {}

  private static void add(
      ObjectKind kind,
      Future<List<Map<String, Object>>> answer,
      List<Map<String, Object>> objects,
      List<String> missing)
      throws InterruptedException {
    try {
      objects.addAll(answer.get());
    } catch (CancellationException e) {
      missing.add(
          "objects of kind " + kind.kind() + ": no answer within " + LIMIT.toSeconds() + "s");
    } catch (ExecutionException e) {
      var cause = e.getCause();
      missing.add(
          "objects of kind "
              + kind.kind()
              + ": "
              + (cause instanceof KubernetesClientException refused && refused.getStatus() != null
                  ? refused.getStatus().getMessage()
                  : String.valueOf(cause)));
    }
  }
}
