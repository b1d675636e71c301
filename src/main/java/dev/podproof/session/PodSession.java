package dev.podproof.session;

import static org.awaitility.Awaitility.await;

import dev.podproof.action.Action;
import dev.podproof.action.ActionProblem;
import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.ClusterProblem;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerRunning;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.FieldPath;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.PodExists;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.Verdict;
import dev.podproof.explanation.Explanation;
import dev.podproof.explanation.Failure;
import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.RelativeTime;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import dev.podproof.recorder.Recorder;
import dev.podproof.recorder.Recording;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One scenario on a cluster.
 *
 * <p>Namespace and recording begin with the first action, before it is performed. Used by one
 * thread; {@link #close()} may be called from another and twice, {@link #glimpse()} at any time.
 */
public final class PodSession implements AutoCloseable {
  /** How often something is asked again that sends no news of its own. */
  private static final Duration PACE = Duration.ofMillis(500);

  private static final String LOST =
      "the node of the cluster was lost while the run went on"
          + "\n  see whether the Docker daemon still runs (docker ps), and run again";

  private final Supplier<ClusterAccess> access;
  private final String namespaceName;
  private final SessionSettings settings;
  private @Nullable ScenarioNamespace namespace;
  private volatile @Nullable Recorder recorder;
  private volatile @Nullable Expectation awaited;
  private String decided = "";
  private @Nullable Cluster cluster;
  private final Map<String, String> remembered = new LinkedHashMap<>();
  private final Set<ObjectKind> wanted = new LinkedHashSet<>();

  /**
   * A cluster that is up, with the witnesses that serve its whole run.
   *
   * @param witnesses returns when they listen
   */
  public record ClusterAccess(Cluster cluster, Supplier<Recorder.Witnesses> witnesses) {}

  /**
   * A session that has not begun.
   *
   * @param access is asked when the first action needs a cluster
   * @param namespaceName the name of the namespace that it will create
   */
  public PodSession(
      Supplier<ClusterAccess> access, String namespaceName, SessionSettings settings) {
    this.access = access;
    this.namespaceName = namespaceName;
    this.settings = settings;
  }

  /** The budget for what has none of its own. */
  public Duration budget() {
    return settings.budget();
  }

  /** The text with what was remembered in the place of each ${name}. */
  public String recall(String text) {
    var recalled = text;
    for (var one : remembered.entrySet()) {
      recalled = recalled.replace("${" + one.getKey() + "}", one.getValue());
    }
    return recalled;
  }

  /** From now on this name stands for that text. */
  public void remember(String name, String text) {
    remembered.put(name, text);
    decided = name + " is \"" + text + "\"";
  }

  /**
   * Sees to it that objects of a kind are watched; a kind that is not known is left to the wait.
   */
  public void watch(String kind) {
    ObjectKind.named(kind)
        .ifPresent(
            known -> {
              wanted.add(known);
              if (recorder != null) {
                recorder.watch(known);
              }
            });
  }

  /** Goes on only on such a cluster; otherwise the scenario is skipped with the reason. */
  public void require(Predicate<Cluster> condition, String otherwise) {
    try {
      if (!condition.test(access.get().cluster())) {
        throw StepProblem.skip(otherwise);
      }
      decided = "done";
    } catch (ClusterProblem e) {
      throw new StepProblem.Infrastructure(String.valueOf(e.getMessage()), e);
    }
  }

  /** A field of the newest version of an object, as text; empty where it is not there. */
  public String latest(ObjectRef object, FieldPath field) {
    return object
        .latest(started().recording().look().history())
        .flatMap(field::in)
        .map(String::valueOf)
        .orElse("");
  }

  /** The name of the pod that is meant; waits until there is one. */
  public String nameOf(PodRef pod) {
    return pod instanceof PodRef.Named named ? named.name() : find(pod).name();
  }

  /** The ID of the newest run of a container; waits until it runs. */
  public String runningIdOf(ContainerRef container) {
    settleQuietly(new ContainerRunning(container).holds().within(settings.budget()));
    var history = started().recording().look().history();
    return history.runsOf(find(container.pod()), container.name()).stream()
        .filter(ContainerRun::isRunning)
        .map(ContainerRun::containerId)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new StepProblem.Unusable(container.inWords() + " does not run", null));
  }

  private PodIdentity find(PodRef pod) {
    settleQuietly(new PodExists(pod).within(settings.budget()));
    if (pod.in(started().recording().look().history()) instanceof PodRef.Found.One one) {
      return one.pod();
    }
    throw new StepProblem.Unusable(pod.inWords() + " was not there", null);
  }

  private void settleQuietly(Expectation expectation) {
    expect(expectation);
    decided = "done";
  }

  /**
   * Does something again and again, without recording it, until what it yields is as demanded.
   *
   * @param judge what is demanded of a result, and what it shows
   * @throws StepProblem if it is not within the time, counted from now
   */
  public <T> void expectRepeatedly(Action<T> action, Function<T, Observed> judge, Duration within) {
    begin();
    var tries = new Tries<>(action, judge);
    try {
      await(action.inWords())
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(PACE)
          .atMost(within.plus(PACE))
          .until(tries::succeed);
    } catch (ConditionTimeoutException e) {
      decided = "not within " + RelativeTime.seconds(within);
    }
    expect(tries.last().within(within));
  }

  /** Something that is done again and again. */
  private final class Tries<T> {
    private final Action<T> action;
    private final Function<T, Observed> judge;
    private Observed last;

    Tries(Action<T> action, Function<T, Observed> judge) {
      this.action = action;
      this.judge = judge;
      this.last = new Observed(action.inWords(), false, "it was not done yet");
    }

    boolean succeed() throws InterruptedException {
      refuseLost(started().recording().look().history());
      try {
        last = judge.apply(action.perform(opened()));
      } catch (ActionProblem e) {
        last = new Observed(last.demand(), false, String.valueOf(e.getMessage()));
      }
      return last.asDemanded();
    }

    Observed last() {
      return last;
    }
  }

  /** What decided the last step, in words; empty before the first. */
  public String decided() {
    return decided;
  }

  /** Hides the values of the scenario's Secrets, which nobody may be shown. */
  public UnaryOperator<String> redaction() {
    return Optional.ofNullable(recorder)
        .<UnaryOperator<String>>map(r -> r.recording().redaction())
        .orElse(UnaryOperator.identity());
  }

  /** What its pod is at, in a few words; empty where nothing was done yet. Any thread may ask. */
  public Optional<String> glimpse() {
    return Optional.ofNullable(recorder)
        .map(Recorder::recording)
        .map(
            recording -> {
              var look = recording.look();
              return Explanation.inShort(
                  look.history(), Optional.ofNullable(awaited), look.now(), recording.redaction());
            });
  }

  /** The history so far; empty where nothing was done yet. */
  public Optional<History> history() {
    return Optional.ofNullable(recorder).map(r -> r.recording().look().history());
  }

  /**
   * Performs an action and records it.
   *
   * @throws StepProblem if it cannot be done
   */
  public <T> T perform(Action<T> action) {
    try {
      begin();
      var recorded = started();
      action.kinds().forEach(recorded::watch);
      var result = recorded.act(action.inWords(), () -> action.perform(opened()));
      for (var version : action.shown(result)) {
        recorded.awaitShown(version);
      }
      decided = "done";
      return result;
    } catch (ActionProblem e) {
      // Without the cause, whose words Cucumber's formatters would print as they are.
      throw new StepProblem.Unusable(redaction().apply(String.valueOf(e.getMessage())), null);
    } catch (ClusterProblem e) {
      throw new StepProblem.Infrastructure(String.valueOf(e.getMessage()), e);
    } catch (KubernetesClientException e) {
      throw new StepProblem.Infrastructure(lost(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepProblem.Infrastructure("interrupted while: " + action.inWords(), e);
    } catch (StepProblem e) {
      throw e;
    } catch (Exception e) {
      throw new StepProblem.Infrastructure(action.inWords() + " failed: " + e, e);
    }
  }

  /**
   * Waits until the expectation is decided; returns only when it is satisfied.
   *
   * @throws StepProblem in every other case
   */
  public void expect(Expectation expectation) {
    awaited = expectation;
    try {
      begin();
      settle(expectation);
    } catch (ClusterProblem e) {
      throw new StepProblem.Infrastructure(String.valueOf(e.getMessage()), e);
    } catch (KubernetesClientException e) {
      throw new StepProblem.Infrastructure(lost(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepProblem.Infrastructure(
          "interrupted while waiting: " + expectation.inWords(), e);
    }
  }

  private void settle(Expectation expectation) throws InterruptedException {
    var recording = started().recording();
    var look = recording.look();
    var asOf = asked(look);
    while (true) {
      refuseLost(look.history());
      refuseContradictions(look.history());
      var verdict = expectation.evaluate(look.history(), asOf.at(look.now()));
      if (!(verdict instanceof Verdict.StillOpen open)) {
        conclude(expectation, verdict, asOf.at(look.now()));
        return;
      }
      started().hearUpTo(open.hearUpTo());
      if (!open.decidedBy().isAfter(look.now())) {
        started().confirmApi();
        look = recording.look();
      }
      recording.awaitGrowth(look.history(), wakeBy(open, look.now()));
      look = recording.look();
    }
  }

  // Past the moment by which it should have been decided, look again every now and then: the
  // expectation gives up on a silent witness by itself, and nothing announces silence.
  private static Instant wakeBy(Verdict.StillOpen open, Instant now) {
    var again = now.plusSeconds(1);
    return open.decidedBy().isAfter(now) ? earlier(open.decidedBy(), again) : again;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private AsOf asked(Recording.Look look) {
    var last =
        look.history().actions().stream()
            .map(ActionTaken::arrival)
            .reduce((earlier, later) -> later)
            .orElse(look.history().began());
    return new AsOf(last, look.now(), look.now(), settings.patience());
  }

  private void conclude(Expectation expectation, Verdict verdict, AsOf asOf)
      throws InterruptedException {
    decided = verdict.because();
    if (verdict instanceof Verdict.Satisfied) {
      return;
    }
    var failure = explained(expectation, verdict, asOf);
    throw verdict instanceof Verdict.Violated
        ? new StepProblem.Violation(failure)
        : new StepProblem.Undecided(failure);
  }

  // The runtime is heard before the API tells why.
  private Failure explained(Expectation expectation, Verdict verdict, AsOf asOf)
      throws InterruptedException {
    var recording = started().recording();
    var until = asOf.now().plus(settings.reportingDelay());
    var look = recording.look();
    while (!Explanation.isComplete(look.history()) && look.now().isBefore(until)) {
      recording.awaitGrowth(look.history(), until);
      look = recording.look();
    }
    var history = look.history();
    var wants = Explanation.wants(history, expectation);
    wants.stream().flatMap(kind -> ObjectKind.named(kind).stream()).forEach(started()::ask);
    var known = wants.isEmpty() ? history : recording.look().history();
    started().hideSecrets();
    return Explanation.of(known, asOf, expectation, verdict, recording.redaction());
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

  private void begin() {
    if (recorder == null) {
      var up = access.get();
      if (up.cluster().lost().isDone()) {
        throw new StepProblem.Infrastructure(LOST);
      }
      cluster = up.cluster();
      var opening = ScenarioNamespace.of(up.cluster(), namespaceName);
      var witnesses = up.witnesses().get();
      var listening =
          new Recorder(
              up.cluster(),
              opening.name(),
              witnesses,
              new Listening(witnesses.runtime().isPresent(), settings.reportingDelay()));
      recorder = listening;
      namespace = opening;
      opening.create();
      wanted.forEach(listening::watch);
      var unused = up.cluster().lost().thenRun(() -> listening.lost(LOST));
    }
  }

  private Recorder started() {
    return java.util.Objects.requireNonNull(recorder);
  }

  private ScenarioNamespace opened() {
    return java.util.Objects.requireNonNull(namespace);
  }

  private String lost(KubernetesClientException e) {
    if (cluster != null && cluster.lost().isDone()) {
      return LOST;
    }
    var root = ExceptionUtils.getRootCause(e);
    return "the API server did not answer as it should: "
        + Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName())
        + "\n  see whether the cluster still runs; the run cannot be judged without it";
  }

  /** Ends the recording, then removes what was applied, without waiting for the end of it. */
  @Override
  public synchronized void close() {
    if (recorder != null) {
      recorder.close();
      recorder = null;
    }
    if (namespace != null) {
      // With the cluster everything in it is gone.
      if (cluster == null || !cluster.lost().isDone()) {
        namespace.close();
      }
      namespace = null;
    }
  }
}
