package dev.podproof.session;

import static org.awaitility.Awaitility.await;

import dev.podproof.action.Action;
import dev.podproof.action.ActionProblem;
import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.ClusterProblem;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.Verdict;
import dev.podproof.explanation.Explanation;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.Witness;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import dev.podproof.recorder.Recorder;
import dev.podproof.recorder.Recording;
import dev.podproof.session.PodSession.ClusterAccess;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A scenario on a cluster that is there. Namespace and recording begin with the first thing that is
 * done or asked. Keeps what it was asked, so that it can be judged again without the cluster.
 */
final class LiveProceedings implements Proceedings {
  /** How often something is asked again that sends no news of its own. */
  private static final Duration PACE = Duration.ofMillis(500);

  private static final String LOST =
      "the node of the cluster was lost while the run went on"
          + "\n  see whether the Docker daemon still runs (docker ps), and run again";

  private final Supplier<ClusterAccess> access;
  private final String namespaceName;
  private final SessionSettings settings;
  private final List<Action<?>> background;
  private final Set<ObjectKind> wanted = new LinkedHashSet<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Map<String, Object>> applied = new ArrayList<>();
  private @Nullable ScenarioNamespace namespace;
  private volatile @Nullable Recorder recorder;
  private volatile @Nullable Expectation awaited;
  private @Nullable Cluster cluster;
  private GivingUp givingUp = GivingUp.NEVER;
  private boolean givenUp;

  LiveProceedings(
      Supplier<ClusterAccess> access,
      String namespaceName,
      SessionSettings settings,
      List<Action<?>> background) {
    this.access = access;
    this.namespaceName = namespaceName;
    this.settings = settings;
    this.background = List.copyOf(background);
  }

  @Override
  public void giveUpAfter(Duration limit, Duration quiet) {
    givingUp = new GivingUp(limit, quiet);
    givenUp = false;
  }

  @Override
  public boolean hasGivenUp() {
    return givenUp;
  }

  @Override
  public <T> T perform(Action<T> action) {
    return guarded(
        action.inWords(),
        () -> {
          begin();
          action.kinds().forEach(this::watch);
          var result = recorded(action);
          applied.addAll(action.objects());
          asked.add(Asked.yielded(result));
          for (var version : action.shown(result)) {
            started().awaitShown(version);
          }
          return result;
        });
  }

  private <T> T recorded(Action<T> action) throws Exception {
    return started().act(action.inWords(), () -> action.perform(opened()));
  }

  @Override
  public <T> Observed repeat(Action<T> action, Function<T, Observed> judge, Repeat repeat) {
    begin();
    var tries = new Tries<>(action, judge);
    var began = started().recording().look().now();
    var early = !repeat.throughout() && givingUp.limit().compareTo(repeat.time()) < 0;
    try {
      await(action.inWords())
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(PACE)
          .atMost(repeat.time().plus(repeat.throughout() ? Duration.ZERO : PACE))
          .until(
              () ->
                  tries.succeed() != repeat.throughout()
                      || (early && isGivenUp(began, started().recording().look())));
    } catch (ConditionTimeoutException e) {
      // What was seen last is the answer.
      return answered(tries.last());
    }
    var last = tries.last();
    return answered(
        givenUp && !last.asDemanded()
            ? Observed.unheard(last.demand(), givingUp.inWords(last.seen()))
            : last);
  }

  private Observed answered(Observed last) {
    asked.add(new Asked.Repeated(last));
    return last;
  }

  /** Something that is done again and again. */
  private final class Tries<T> {
    private final Action<T> action;
    private final Function<T, Observed> judge;
    private Observed last;

    Tries(Action<T> action, Function<T, Observed> judge) {
      this.action = action;
      this.judge = judge;
      this.last = Observed.unheard(action.inWords(), "it was not done yet");
    }

    boolean succeed() throws InterruptedException {
      refuseLost(started().recording().look().history());
      try {
        last = judge.apply(action.perform(opened()));
      } catch (ActionProblem e) {
        // An answer that came is more than none that did not.
        if (!e.isUnheard() || last.unheard()) {
          last = new Observed(last.demand(), false, String.valueOf(e.getMessage()), e.isUnheard());
        }
      }
      return last.asDemanded();
    }

    Observed last() {
      return last;
    }
  }

  @Override
  public Settled settle(Expectation expectation) {
    awaited = expectation;
    return guarded(
        expectation.inWords(),
        () -> {
          begin();
          var settled = settled(expectation);
          asked.add(new Asked.Judged(settled.asOf(), settled.history().observations().size()));
          return settled;
        });
  }

  private Settled settled(Expectation expectation) throws InterruptedException {
    var recording = started().recording();
    var look = expectation.isOfNow() ? caughtUp(recording) : recording.look();
    var asOf = asked(look);
    var began = look.now();
    while (true) {
      refuseLost(look.history());
      refuseContradictions(look.history());
      var verdict = expectation.evaluate(look.history(), asOf.at(look.now()));
      if (!(verdict instanceof Verdict.StillOpen open)) {
        return new Settled(verdict, look.history(), asOf.at(look.now()));
      }
      if (isGivenUp(began, look)) {
        return new Settled(
            new Verdict.CannotTell(givingUp.inWords(open.because())),
            look.history(),
            asOf.at(look.now()));
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

  // What the scenario did a moment ago may not have been heard of yet, and then nobody could tell
  // whether it was so when the question was asked.
  private Recording.Look caughtUp(Recording recording) throws InterruptedException {
    var look = recording.look();
    var acted = lastAction(look);
    var until = acted.plus(settings.reportingDelay());
    while (look.history().heardUpTo(Witness.ARRIVAL).isBefore(acted)
        && look.now().isBefore(until)) {
      started().confirmApi();
      recording.awaitGrowth(look.history(), look.now().plus(PACE));
      look = recording.look();
    }
    return look;
  }

  // What still moves may come yet, on a slow machine or after a restart. Lines of a log are no
  // move.
  private boolean isGivenUp(Instant began, Recording.Look look) {
    givenUp |= givingUp.isDue(began, look.history(), look.now());
    return givenUp;
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
    return new AsOf(lastAction(look), look.now(), look.now(), settings.patience());
  }

  private static Instant lastAction(Recording.Look look) {
    return look.history().actions().stream()
        .map(ActionTaken::arrival)
        .reduce((earlier, later) -> later)
        .orElse(look.history().began());
  }

  // The runtime is heard before the API tells why.
  @Override
  public History toExplain(Expectation expectation, AsOf asOf) {
    return guarded(
        expectation.inWords(),
        () -> {
          var recording = started().recording();
          var until = asOf.now().plus(settings.reportingDelay());
          var look = recording.look();
          while (!Explanation.isComplete(look.history()) && look.now().isBefore(until)) {
            recording.awaitGrowth(look.history(), until);
            look = recording.look();
          }
          var wants = Explanation.wants(look.history(), expectation);
          wants.stream().flatMap(kind -> ObjectKind.named(kind).stream()).forEach(started()::ask);
          var known = wants.isEmpty() ? look.history() : recording.look().history();
          started().hideSecrets();
          asked.add(new Asked.Looked(known.observations().size()));
          return known;
        });
  }

  @Override
  public History look() {
    begin();
    var history = started().recording().look().history();
    asked.add(new Asked.Looked(history.observations().size()));
    return history;
  }

  @Override
  public boolean is(Predicate<Cluster> condition) {
    return guarded(
        "what the cluster is",
        () -> {
          var met = condition.test(access.get().cluster());
          asked.add(new Asked.Required(met));
          return met;
        });
  }

  @Override
  public void watch(ObjectKind kind) {
    wanted.add(kind);
    if (recorder != null) {
      recorder.watch(kind);
    }
  }

  @Override
  public Optional<History> history() {
    return Optional.ofNullable(recorder).map(r -> r.recording().look().history());
  }

  @Override
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

  @Override
  public UnaryOperator<String> redaction() {
    return Optional.ofNullable(recorder)
        .<UnaryOperator<String>>map(r -> r.recording().redaction())
        .orElse(UnaryOperator.identity());
  }

  @Override
  public List<Asked> takeAsked() {
    var taken = List.copyOf(asked);
    asked.clear();
    return taken;
  }

  @Override
  public Remains remains() {
    if (recorder == null || cluster == null) {
      return Remains.NONE;
    }
    var collected =
        cluster.lost().isDone()
            ? new RemainingObjects(List.of(), List.of("objects: the cluster was lost"))
            : RemainingObjects.of(started(), wanted);
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
      background.forEach(action -> guarded(action.inWords(), () -> recorded(action)));
    }
  }

  private <T> T guarded(String words, Callable<T> work) {
    try {
      return work.call();
    } catch (ActionProblem e) {
      // Without the cause, whose words Cucumber's formatters would print as they are.
      throw new StepProblem.Unusable(redaction().apply(String.valueOf(e.getMessage())), null);
    } catch (ClusterProblem e) {
      throw new StepProblem.Infrastructure(String.valueOf(e.getMessage()), e);
    } catch (KubernetesClientException e) {
      throw new StepProblem.Infrastructure(lost(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepProblem.Infrastructure("interrupted while: " + words, e);
    } catch (StepProblem | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new StepProblem.Infrastructure(words + " failed: " + e, e);
    }
  }

  private Recorder started() {
    return Objects.requireNonNull(recorder);
  }

  private ScenarioNamespace opened() {
    return Objects.requireNonNull(namespace);
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
