package dev.podproof.session;

import dev.podproof.action.Action;
import dev.podproof.cluster.Cluster;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerRunning;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.FieldPath;
import dev.podproof.expectation.ObjectIs;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.ObjectTest;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.PodExists;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.Verdict;
import dev.podproof.explanation.Explanation;
import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.recorder.Recorder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One scenario, on a cluster or on what was recorded of one.
 *
 * <p>On a cluster, namespace and recording begin with the first action, before it is performed.
 * Used by one thread; {@link #close()} may be called from another and twice, {@link #glimpse()} at
 * any time.
 */
public final class PodSession implements AutoCloseable {
  private final Proceedings proceedings;
  private final Duration budget;
  private final Map<String, String> remembered = new LinkedHashMap<>();
  private String decided = "";

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
   * @param background what is done in it before anything else
   */
  public PodSession(
      Supplier<ClusterAccess> access,
      String namespaceName,
      SessionSettings settings,
      List<Action<?>> background) {
    this.proceedings = new LiveProceedings(access, namespaceName, settings, background);
    this.budget = settings.budget();
  }

  /** A session that hears what was recorded, and nothing else. */
  public PodSession(RecordedProceedings recorded, SessionSettings settings) {
    this.proceedings = recorded;
    this.budget = settings.budget();
  }

  /** The budget for what has none of its own. */
  public Duration budget() {
    return budget;
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
    ObjectKind.named(kind).ifPresent(proceedings::watch);
  }

  /** Goes on only on such a cluster; otherwise the scenario is skipped with the reason. */
  public void require(Predicate<Cluster> condition, String otherwise) {
    if (!proceedings.is(condition)) {
      throw StepProblem.skip(otherwise);
    }
    decided = "done";
  }

  /** A field of the newest version of an object, as text; empty where it is not there. */
  public String latest(ObjectRef object, FieldPath field) {
    return object.latest(proceedings.look()).flatMap(field::in).map(String::valueOf).orElse("");
  }

  /** The name of the pod that is meant; waits until there is one. */
  public String nameOf(PodRef pod) {
    return pod instanceof PodRef.Named named ? named.name() : find(pod).name();
  }

  /** The name of the object that is meant; waits until there is one. */
  public String nameOf(ObjectRef.Sought object) {
    settleQuietly(new ObjectIs(object, new ObjectTest.There()).holds().within(budget));
    return object
        .nameIn(proceedings.look())
        .orElseThrow(() -> new StepProblem.Unusable(object.inWords() + " was not there", null));
  }

  /** The ID of the newest run of a container; waits until it runs. */
  public String runningIdOf(ContainerRef container) {
    settleQuietly(new ContainerRunning(container).holds().within(budget));
    var pod = find(container.pod());
    return proceedings.look().runsOf(pod, container.name()).stream()
        .filter(ContainerRun::isRunning)
        .map(ContainerRun::containerId)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new StepProblem.Unusable(container.inWords() + " does not run", null));
  }

  private PodIdentity find(PodRef pod) {
    settleQuietly(new PodExists(pod).within(budget));
    if (pod.in(proceedings.look()) instanceof PodRef.Found.One one) {
      return one.pod();
    }
    throw new StepProblem.Unusable(pod.inWords() + " was not there", null);
  }

  private void settleQuietly(Expectation expectation) {
    expect(expectation);
    decided = "done";
  }

  /**
   * Does something again and again, without recording it, until what it yields is as demanded, or
   * as long as it is.
   *
   * @param judge what is demanded of a result, and what it shows
   * @throws StepProblem if it is not within the time, counted from now
   */
  public <T> void expectRepeatedly(Action<T> action, Function<T, Observed> judge, Repeat repeat) {
    expect(repeat.told(proceedings.repeat(action, judge, repeat)));
  }

  /**
   * From now on a wait ends undecided, whatever its budget, when it has lasted this long and no pod
   * and no object has shown anything new for a while. A time throughout which something is to be so
   * is waited for all the same.
   *
   * @param quiet how long nothing but lines of logs came
   */
  public void giveUpAfter(Duration limit, Duration quiet) {
    proceedings.giveUpAfter(limit, quiet);
  }

  /** Whether a wait was given up since {@link #giveUpAfter}. */
  public boolean hasGivenUp() {
    return proceedings.hasGivenUp();
  }

  /** What decided the last step, in words; empty before the first. */
  public String decided() {
    return decided;
  }

  /** Hides the values of the scenario's Secrets, which nobody may be shown. */
  public UnaryOperator<String> redaction() {
    return proceedings.redaction();
  }

  /** What its pod is at, in a few words; empty where nothing was done yet. Any thread may ask. */
  public Optional<String> glimpse() {
    return proceedings.glimpse();
  }

  /** The history so far; empty where nothing was done yet. */
  public Optional<History> history() {
    return proceedings.history();
  }

  /** What was asked of the cluster since this was asked last, in order. */
  public List<Asked> takeAsked() {
    return proceedings.takeAsked();
  }

  /**
   * What is kept of the scenario beside its history; asks the cluster, for a few seconds at most.
   */
  public Remains remains() {
    return proceedings.remains();
  }

  /**
   * Performs an action and records it.
   *
   * @throws StepProblem if it cannot be done
   */
  public <T> T perform(Action<T> action) {
    var result = proceedings.perform(action);
    decided = "done";
    return result;
  }

  /**
   * Waits until the expectation is decided; returns only when it is satisfied.
   *
   * @throws StepProblem in every other case
   */
  public void expect(Expectation expectation) {
    var settled = proceedings.settle(expectation);
    decided = settled.verdict().because();
    if (settled.verdict() instanceof Verdict.Satisfied) {
      return;
    }
    var failure =
        Explanation.of(
            proceedings.toExplain(expectation, settled.asOf()),
            settled.asOf(),
            expectation,
            settled.verdict(),
            proceedings.redaction());
    throw settled.verdict() instanceof Verdict.Violated
        ? new StepProblem.Violation(failure)
        : new StepProblem.Undecided(failure);
  }

  /** Ends the recording, then removes what was applied, without waiting for the end of it. */
  @Override
  public synchronized void close() {
    proceedings.close();
  }
}
