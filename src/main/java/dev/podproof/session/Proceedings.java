package dev.podproof.session;

import dev.podproof.action.Action;
import dev.podproof.cluster.Cluster;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.Verdict;
import dev.podproof.lifecycle.History;
import dev.podproof.namespace.ObjectKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a session deals with: a cluster that is there, or what was recorded of one.
 *
 * <p>Whatever cannot be had is a {@link StepProblem}. Used by one thread.
 */
sealed interface Proceedings extends AutoCloseable permits LiveProceedings, RecordedProceedings {
  /** A demand that is decided: the verdict, and what it was made of. */
  record Settled(Verdict verdict, History history, AsOf asOf) {}

  /** Does something that the history tells of. */
  <T> T perform(Action<T> action);

  /** Does something again and again, until what it yields is as demanded, or as long as it is. */
  <T> Observed repeat(Action<T> action, Function<T, Observed> judge, Repeat repeat);

  /** Goes on until the demand is decided. */
  Settled settle(Expectation expectation);

  /** The history that tells best why a demand was not met. */
  History toExplain(Expectation expectation, AsOf asOf);

  /** The history as a step sees it. */
  History look();

  /** From now on nothing is waited for longer than this, once all has been quiet for so long. */
  void giveUpAfter(Duration limit, Duration quiet);

  /** Whether a wait was given up for that since. */
  boolean hasGivenUp();

  /** Whether the cluster is so. */
  boolean is(Predicate<Cluster> condition);

  /** Sees to it that objects of that kind are watched. */
  void watch(ObjectKind kind);

  /** Everything so far; empty where nothing was begun. */
  Optional<History> history();

  /** What its pod is at, in a few words; empty where nothing was begun. Any thread may ask. */
  Optional<String> glimpse();

  /** Hides what nobody may be shown. */
  UnaryOperator<String> redaction();

  /** What was asked since this was asked last. */
  List<Asked> takeAsked();

  /** What is kept of the scenario beside its history. */
  Remains remains();

  @Override
  void close();
}
