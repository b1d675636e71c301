package dev.podproof.recorder;

import dev.podproof.cluster.Cluster;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.namespace.ObjectKind;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * All witnesses of one scenario, from before its first action until it is closed.
 *
 * <p>Thread-safe.
 */
public final class Recorder implements AutoCloseable {
  /** How long the watch may take to show an object that the API server has accepted. */
  private static final Duration SHOWN_LIMIT = Duration.ofSeconds(5);

  /** Those who tell of a whole run. */
  public record Witnesses(ApiWitness api, Optional<RuntimeWitness> runtime) {}

  private final String namespace;
  private final Clock clock;
  private final Recording recording;
  private final Optional<RuntimeWitness> runtime;
  private final LogWitness logs;
  private final ApiWitness api;
  private final NamespaceNews news;
  private final PresentObjects present;

  /**
   * Begins to record one namespace, which need not be there yet; returns when every witness
   * listens.
   *
   * @param witnesses those of the run; they are not closed with this
   */
  public Recorder(Cluster cluster, String namespace, Witnesses witnesses, Listening listening) {
    this.namespace = namespace;
    this.clock = Clock.systemUTC();
    this.recording = new Recording(clock, listening);
    this.runtime = witnesses.runtime();
    this.logs = new LogWitness(cluster.client(), recording);
    runtime.ifPresent(witness -> witness.attach(namespace, recording));
    this.api = witnesses.api();
    this.present = new PresentObjects(cluster.client(), namespace);
    this.news = new NamespaceNews(namespace, recording, logs::follow);
    api.attach(news);
  }

  /** The history that is being written. */
  public Recording recording() {
    return recording;
  }

  /** Asks the witnesses for proof that they have told all up to that instant, once it has come. */
  public void hearUpTo(Instant instant) {
    runtime.ifPresent(witness -> witness.hearUpTo(instant));
  }

  /**
   * Asks the API server whether the watch has shown all that it knows; what it confirms is
   * recorded. Where it does not answer, or is ahead of the watch, ask again.
   *
   * @throws KubernetesClientException if it has not answered for a while
   */
  public void confirmApi() {
    api.confirm(news);
  }

  /** From now on objects of that kind are watched, those that are there already included. */
  public void watch(ObjectKind kind) {
    api.watch(kind, namespace);
  }

  /** Asks once for the objects of that kind; where they cannot be had, nothing is recorded. */
  public void ask(ObjectKind kind) {
    if (!api.isWatched(kind, namespace)) {
      present.of(kind).forEach(object -> news.hear(Action.ADDED, object));
    }
  }

  /** Hides the values of all Secrets of the namespace, as far as they can be had. */
  public void hideSecrets() {
    present.of(ApiWitness.SECRET).forEach(secret -> recording.hide(SecretValues.of(secret)));
  }

  /**
   * The objects of that kind as they are, as maps, lists, strings, numbers and booleans; values of
   * Secrets are left out, and from then on hidden.
   *
   * @throws KubernetesClientException if they cannot be had
   */
  public List<Map<String, Object>> present(ObjectKind kind) {
    var objects = present.list(kind);
    objects.forEach(object -> recording.hide(SecretValues.of(object)));
    return objects.stream().map(NamespaceNews::content).toList();
  }

  /** From now on the history says that the cluster is no more. */
  public void lost(String words) {
    recording.append(at -> new Observation.ClusterLost(at, words));
  }

  /** Does something and records when, from before to after; nothing is recorded where it fails. */
  public <T> T act(String words, Callable<T> action) throws Exception {
    var before = clock.instant();
    var result = action.call();
    recording.append(after -> new Observation.ActionTaken(words, new Interval(before, after)));
    return result;
  }

  /** Returns when the watch has shown such a version of a pod. */
  public void awaitShown(Predicate<PodSnapshot> version) throws InterruptedException {
    var shown =
        recording.await(
            seen -> seen instanceof Observation.PodSeen pod && version.test(pod.snapshot()),
            SHOWN_LIMIT);
    if (!shown) {
      throw new IllegalStateException(
          "the watch of pods did not show within "
              + SHOWN_LIMIT.toSeconds()
              + "s what the API server had accepted");
    }
  }

  @Override
  public void close() {
    runtime.ifPresent(witness -> witness.detach(namespace));
    api.detach(namespace);
    logs.close();
  }
}
