package dev.podproof.explanation;

import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.Verdict;
import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Explains why a demand was not met. Pure. */
public final class Explanation {
  private Explanation() {}

  /**
   * The explanation of a verdict that is not satisfied.
   *
   * @param redact what stands in the place of a text; hides what nobody may see
   */
  public static Failure of(
      History history,
      AsOf asOf,
      Expectation expectation,
      Verdict verdict,
      UnaryOperator<String> redact) {
    return explain(
        history,
        podOf(history, expectation),
        asOf.now(),
        expectation.inWords(),
        (verdict instanceof Verdict.CannotTell ? "it cannot be told: " : "") + verdict.because(),
        redact,
        Explanation::inScenario);
  }

  /**
   * Why that pod of a scenario does not go on, whatever is demanded of it.
   *
   * @param redact what stands in the place of a text; hides what nobody may see
   */
  public static Failure ofPod(
      History history, PodIdentity pod, Instant now, UnaryOperator<String> redact) {
    return ofPod(history, pod, now, redact, Explanation::inScenario);
  }

  /** The same of a pod of no scenario: what only a scenario can do about it is not told. */
  public static Failure ofForeignPod(
      History history, PodIdentity pod, Instant now, UnaryOperator<String> redact) {
    return ofPod(history, pod, now, redact, Cause::next);
  }

  private static Failure ofPod(
      History history,
      PodIdentity pod,
      Instant now,
      UnaryOperator<String> redact,
      Function<Cause, String> advice) {
    var latest = history.latest(pod);
    var ready = latest.filter(seen -> seen.holds("Ready")).isPresent();
    var phase = latest.map(seen -> seen.phase().name()).orElse("not in the API");
    return explain(
        history,
        Optional.of(pod),
        now,
        "pod " + pod.name() + " is ready",
        (ready ? "it is" : "it is not") + "; it is " + phase,
        redact,
        advice);
  }

  /**
   * What the pod that is meant is at, in a few words without a line's end, such as "init running
   * 7s: connection refused x6".
   *
   * @param redact what stands in the place of a text; hides what nobody may see
   */
  public static String inShort(
      History history,
      Optional<Expectation> expectation,
      Instant now,
      UnaryOperator<String> redact) {
    return expectation
        .map(waited -> podOf(history, waited))
        .orElseGet(() -> Facts.last(history.pods()))
        .flatMap(history::latest)
        .map(pod -> redact.apply(Glimpse.of(new Facts(history, pod, now, redact))))
        .orElse("no pod yet");
  }

  /** Why there is no pod although an object was to make one. */
  static Failure ofNoPod(History history, Instant now, UnaryOperator<String> redact) {
    return explain(
        history,
        Optional.empty(),
        now,
        "a pod is made",
        "there is none",
        redact,
        Explanation::inScenario);
  }

  /**
   * Whether the API has told of every exit that the runtime told of: why a container ended is known
   * only then.
   */
  public static boolean isComplete(History history) {
    return history.pods().stream()
        .filter(pod -> history.gone(pod).isEmpty())
        .map(history::latest)
        .flatMap(Optional::stream)
        .allMatch(pod -> pod.containers().stream().allMatch(c -> isTold(history, pod, c)));
  }

  private static boolean isTold(History history, PodSnapshot pod, ContainerSnapshot container) {
    return Facts.last(history.runsOf(pod.pod(), container.name()))
        .filter(run -> run.exited().isPresent())
        .filter(run -> !isEnd(container.stage(), run) && !isEnd(container.previous(), run))
        .isEmpty();
  }

  private static boolean isEnd(ContainerStage stage, ContainerRun run) {
    return stage instanceof ContainerStage.Terminated ended
        && ended.containerId().equals(run.containerId());
  }

  /**
   * The kinds of which an explanation of this pod would like to know more than the history has, as
   * Kubernetes names them; empty where the pod is well.
   */
  public static Set<String> wants(History history, Expectation expectation) {
    return podOf(history, expectation)
        .flatMap(history::latest)
        .map(Explanation::wants)
        .orElse(Set.of());
  }

  private static Set<String> wants(PodSnapshot pod) {
    var kinds = new LinkedHashSet<String>();
    if (pod.condition("PodScheduled").filter(condition -> !condition.holds()).isPresent()) {
      kinds.add("Node");
      kinds.add("PersistentVolumeClaim");
    }
    if (pod.holds("PodScheduled") && !pod.holds("Ready")) {
      kinds.add("ConfigMap");
    }
    return kinds;
  }

  private static String inScenario(Cause cause) {
    return cause.next() + cause.inScenario();
  }

  private static Failure explain(
      History history,
      Optional<PodIdentity> pod,
      Instant now,
      String expected,
      String but,
      UnaryOperator<String> redact,
      Function<Cause, String> advice) {
    var blocked =
        pod.flatMap(history::latest)
            .map(latest -> causes(new Facts(history, latest, now, redact)))
            .filter(causes -> !causes.isEmpty())
            .orElseGet(() -> NoPod.in(history, redact));
    return new Failure(
        redact.apply(expected),
        redact.apply(but),
        blocked.stream().map(Cause::inWords).map(redact).toList(),
        new Timeline(history, pod).inWords(now).stream().map(redact).toList(),
        blocked.stream().map(advice).filter(next -> !next.isEmpty()).limit(2).map(redact).toList());
  }

  private static List<Cause> causes(Facts facts) {
    var known = Blocking.chain(facts);
    return known.isEmpty() ? NothingKnown.in(facts) : known;
  }

  private static Optional<PodIdentity> podOf(History history, Expectation expectation) {
    var ref = expectation.pod().orElseGet(PodRef::only);
    var found = ref.in(history);
    if (found instanceof PodRef.Found.One one) {
      return Optional.of(one.pod());
    }
    if (found instanceof PodRef.Found.Several) {
      return ofSeveral(history, ref.all(history));
    }
    // Another pod would not tell why this one was never made.
    return NoPod.isRefused(history) ? Optional.empty() : Facts.last(history.pods());
  }

  // One that is well tells nothing of the others.
  private static Optional<PodIdentity> ofSeveral(History history, List<PodIdentity> pods) {
    return pods.stream()
        .filter(pod -> history.gone(pod).isEmpty())
        .filter(pod -> history.latest(pod).filter(seen -> seen.holds("Ready")).isEmpty())
        .findFirst()
        .or(() -> Facts.last(pods));
  }
}
