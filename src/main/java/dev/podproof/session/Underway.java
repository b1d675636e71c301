package dev.podproof.session;

import dev.podproof.action.Action;
import dev.podproof.cluster.Cluster;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.Witness;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import dev.podproof.recorder.Recorder;
import dev.podproof.recorder.Recording;
import dev.podproof.session.PodSession.ClusterAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scenario that has begun: its cluster, its namespace in it, and its recording.
 *
 * <p>Used by one thread; the recording may be looked at, and all be closed, by another.
 */
final class Underway implements AutoCloseable {
  /** What is said of a cluster that was lost, and what to do. */
  static final String LOST =
      "the node of the cluster was lost while the run went on"
          + "\n  see whether the Docker daemon still runs (docker ps), and run again";

  private final Cluster cluster;
  private final ScenarioNamespace namespace;
  private final Recorder recorder;
  private final Duration reportingDelay;

  private Underway(
      Cluster cluster, ScenarioNamespace namespace, Recorder recorder, Duration reportingDelay) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.recorder = recorder;
    this.reportingDelay = reportingDelay;
  }

  /**
   * Listens already; the namespace is not created yet.
   *
   * @param reportingDelay how long news may be on its way
   * @throws StepProblem.Infrastructure where the cluster was lost before
   */
  static Underway on(ClusterAccess access, String namespaceName, Duration reportingDelay) {
    var cluster = access.cluster();
    if (cluster.lost().isDone()) {
      throw new StepProblem.Infrastructure(LOST);
    }
    var namespace = ScenarioNamespace.of(cluster, namespaceName);
    var witnesses = access.witnesses().get();
    var listening = new Listening(witnesses.runtime().isPresent(), reportingDelay);
    var recorder = new Recorder(cluster, namespace.name(), witnesses, listening);
    return new Underway(cluster, namespace, recorder, reportingDelay);
  }

  /** Creates the namespace, with those kinds watched from its first moment. */
  void create(Collection<ObjectKind> kinds) {
    namespace.create();
    kinds.forEach(recorder::watch);
    var unused = cluster.lost().thenRun(() -> recorder.lost(LOST));
  }

  /** Does something that the history tells of. */
  <T> T act(Action<T> action) throws Exception {
    return recorder.act(action.inWords(), () -> perform(action));
  }

  /** Does something that the history does not tell of. */
  <T> T perform(Action<T> action) throws InterruptedException {
    return action.perform(namespace);
  }

  Recorder recorder() {
    return recorder;
  }

  Recording recording() {
    return recorder.recording();
  }

  /**
   * What is recorded.
   *
   * @throws StepProblem.Infrastructure where the cluster was lost, or contradicted itself
   */
  Recording.Look look() {
    var look = recording().look();
    refuseLost(look.history());
    refuseContradictions(look.history());
    return look;
  }

  /**
   * What is recorded once the last action's news has come. Before, nobody could tell whether
   * something was so when the question was asked.
   */
  Recording.Look caughtUp(Duration pace) throws InterruptedException {
    var look = look();
    var acted = lastAction(look.history());
    var until = acted.plus(reportingDelay);
    while (look.history().heardUpTo(Witness.ARRIVAL).isBefore(acted)
        && look.now().isBefore(until)) {
      recorder.confirmApi();
      recording().awaitGrowth(look.history(), look.now().plus(pace));
      look = look();
    }
    return look;
  }

  /** When something was done last; where nothing was, when the history began. */
  static Instant lastAction(History history) {
    return history.actions().stream()
        .map(ActionTaken::arrival)
        .reduce((earlier, later) -> later)
        .orElse(history.began());
  }

  /** Whether its cluster was lost. */
  boolean isLost() {
    return cluster.lost().isDone();
  }

  /** What is kept of it beside its history: what was applied, and the objects of these kinds. */
  Remains remains(List<Map<String, Object>> applied, Set<ObjectKind> kinds) {
    var collected =
        isLost()
            ? new RemainingObjects(List.of(), List.of("objects: the cluster was lost"))
            : RemainingObjects.of(recorder, kinds);
    return new Remains(
        applied,
        collected.objects(),
        collected.missing(),
        new Remains.ClusterFacts(cluster.name(), cluster.kubernetesVersion()));
  }

  private static void refuseLost(History history) {
    history
        .lost()
        .ifPresent(
            lost -> {
              throw new StepProblem.Infrastructure(lost.words());
            });
  }

  private static void refuseContradictions(History history) {
    var contradictions = history.contradictions();
    if (!contradictions.isEmpty()) {
      throw new StepProblem.Infrastructure(
          "the cluster contradicted itself: "
              + String.join("; ", contradictions)
              + "\n  nothing that it says can be judged; run again, and look at its store and its kubelet if it stays so");
    }
  }

  /** Ends the recording, then removes what was applied, without waiting for the end of it. */
  @Override
  public void close() {
    recorder.close();
    // With the cluster everything in it is gone.
    if (!isLost()) {
      namespace.close();
    }
  }
}
