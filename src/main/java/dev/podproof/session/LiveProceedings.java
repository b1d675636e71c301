package dev.podproof.session;

import dev.podproof.action.Action;
import dev.podproof.action.ActionProblem;
import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.ClusterProblem;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.Observed;
import dev.podproof.explanation.Explanation;
import dev.podproof.lifecycle.History;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.session.PodSession.ClusterAccess;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * A scenario on a cluster that is there. Namespace and recording begin with the first thing that is
 * done or asked. Keeps what it was asked, so that it can be judged again without the cluster.
 */
final class LiveProceedings implements Proceedings {
  private final Supplier<ClusterAccess> access;
  private final String namespaceName;
  private final Duration reportingDelay;
  private final List<Action<?>> background;
  private final Waits waits;
  private final Set<ObjectKind> wanted = new LinkedHashSet<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Map<String, Object>> applied = new ArrayList<>();
  private volatile @Nullable Underway underway;
  private volatile @Nullable Expectation awaited;

  LiveProceedings(
      Supplier<ClusterAccess> access,
      String namespaceName,
      SessionSettings settings,
      List<Action<?>> background) {
    this.access = access;
    this.namespaceName = namespaceName;
    this.reportingDelay = settings.reportingDelay();
    this.background = List.copyOf(background);
    this.waits = new Waits(settings.patience());
  }

  @Override
  public void giveUpAfter(Duration limit, Duration quiet) {
    waits.giveUp(new GivingUp(limit, quiet));
  }

  @Override
  public boolean hasGivenUp() {
    return waits.hasGivenUp();
  }

  @Override
  public <T> T perform(Action<T> action) {
    return guarded(
        action.inWords(),
        () -> {
          var scenario = begun();
          action.kinds().forEach(this::watch);
          var result = scenario.act(action);
          applied.addAll(action.objects());
          asked.add(Asked.yielded(result));
          for (var version : action.shown(result)) {
            scenario.recorder().awaitShown(version);
          }
          return result;
        });
  }

  @Override
  public <T> Observed repeat(Action<T> action, Function<T, Observed> judge, Repeat repeat) {
    return guarded(
        action.inWords(),
        () -> {
          var last = waits.repeat(begun(), action, judge, repeat);
          asked.add(new Asked.Repeated(last));
          return last;
        });
  }

  @Override
  public Settled settle(Expectation expectation) {
    awaited = expectation;
    return guarded(
        expectation.inWords(),
        () -> {
          var settled = waits.settle(begun(), expectation);
          asked.add(new Asked.Judged(settled.asOf(), settled.history().observations().size()));
          return settled;
        });
  }

  // The runtime is heard before the API tells why.
  @Override
  public History toExplain(Expectation expectation, AsOf asOf) {
    return guarded(
        expectation.inWords(),
        () -> {
          var recorder = begun().recorder();
          var recording = recorder.recording();
          var until = asOf.now().plus(reportingDelay);
          var look = recording.look();
          while (!Explanation.isComplete(look.history()) && look.now().isBefore(until)) {
            recording.awaitGrowth(look.history(), until);
            look = recording.look();
          }
          var wants = Explanation.wants(look.history(), expectation);
          wants.stream().flatMap(kind -> ObjectKind.named(kind).stream()).forEach(recorder::ask);
          var known = wants.isEmpty() ? look.history() : recording.look().history();
          recorder.hideSecrets();
          asked.add(new Asked.Looked(known.observations().size()));
          return known;
        });
  }

  @Override
  public History look() {
    var history = begun().recording().look().history();
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
    ifBegun().ifPresent(scenario -> scenario.recorder().watch(kind));
  }

  @Override
  public Optional<History> history() {
    return ifBegun().map(scenario -> scenario.recording().look().history());
  }

  @Override
  public Optional<String> glimpse() {
    return ifBegun()
        .map(Underway::recording)
        .map(
            recording -> {
              var look = recording.look();
              return Explanation.inShort(
                  look.history(), Optional.ofNullable(awaited), look.now(), recording.redaction());
            });
  }

  @Override
  public UnaryOperator<String> redaction() {
    return ifBegun()
        .<UnaryOperator<String>>map(scenario -> scenario.recording().redaction())
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
    return ifBegun().map(scenario -> scenario.remains(applied, wanted)).orElse(Remains.NONE);
  }

  private Optional<Underway> ifBegun() {
    return Optional.ofNullable(underway);
  }

  private Underway begun() {
    var before = underway;
    if (before != null) {
      return before;
    }
    var scenario = Underway.on(access.get(), namespaceName, reportingDelay);
    underway = scenario;
    scenario.create(wanted);
    background.forEach(action -> guarded(action.inWords(), () -> scenario.act(action)));
    return scenario;
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
      throw new StepProblem.Infrastructure(unanswered(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepProblem.Infrastructure("interrupted while: " + words, e);
    } catch (StepProblem | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new StepProblem.Infrastructure(words + " failed: " + e, e);
    }
  }

  private String unanswered(KubernetesClientException e) {
    if (ifBegun().filter(Underway::isLost).isPresent()) {
      return Underway.LOST;
    }
    var root = ExceptionUtils.getRootCause(e);
    return "the API server did not answer as it should: "
        + Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName())
        + "\n  see whether the cluster still runs; the run cannot be judged without it";
  }

  @Override
  public synchronized void close() {
    var scenario = underway;
    underway = null;
    if (scenario != null) {
      scenario.close();
    }
  }
}
