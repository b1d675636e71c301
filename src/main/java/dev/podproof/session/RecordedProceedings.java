package dev.podproof.session;

import dev.podproof.action.Action;
import dev.podproof.cluster.Cluster;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.Verdict;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.RelativeTime;
import dev.podproof.namespace.ObjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that has run: what its steps ask is answered from the recording. A demand that the run
 * made too is judged as of the moment at which the run judged it, from what was known then; a new
 * one is judged from the whole recording. What the run did not do cannot be done. Used by one
 * thread.
 */
public final class RecordedProceedings implements Proceedings {
  private final History history;
  private final Duration patience;
  private final List<Step> steps;
  private final Deque<Asked> answers = new ArrayDeque<>();
  private @Nullable Step current;
  private Instant reached;

  /**
   * A step of the run.
   *
   * @param text keyword and text
   * @param asked what it asked, in order
   * @param decided when it was
   * @param problem why it went no further where no verdict says so; empty where it did
   */
  public record Step(
      String text, Instant decided, List<Asked> asked, Optional<StepProblem> problem) {
    public Step {
      asked = List.copyOf(asked);
    }
  }

  /**
   * A scenario to be judged again.
   *
   * @param patience how long a state that only somebody else could mend may last
   */
  public RecordedProceedings(History history, Duration patience, List<Step> steps) {
    this.history = history;
    this.patience = patience;
    this.steps = new ArrayList<>(steps);
    this.reached = history.began();
  }

  /** The scenario comes to that step; the run's next step of these words answers for it. */
  public void reach(String text) {
    answers.clear();
    if (current != null) {
      reached = current.decided();
    }
    var same = steps.stream().filter(step -> step.text().equals(text)).findFirst();
    same.ifPresent(
        step -> {
          steps.remove(step);
          answers.addAll(step.asked());
        });
    current = same.orElse(null);
  }

  /** How far the recording has been followed. */
  public Instant reached() {
    return reached;
  }

  @Override
  @SuppressWarnings("unchecked") // an action yields what it yielded
  public <T> T perform(Action<T> action) {
    var answer = next(action.inWords());
    if (answer instanceof Asked.Ran ran) {
      return (T) ran.result();
    }
    return (T)
        (answer instanceof Asked.Answered answered
            ? answered.answer()
            : as(Asked.Done.class, answer));
  }

  @Override
  public <T> Observed repeat(Action<T> action, Function<T, Observed> judge, Repeat repeat) {
    return as(Asked.Repeated.class, next(action.inWords())).last();
  }

  @Override
  public Settled settle(Expectation expectation) {
    if (current == null) {
      return fromRecording(expectation);
    }
    var judged = as(Asked.Judged.class, next(expectation.inWords()));
    var known = history.first(judged.observations());
    return new Settled(expectation.evaluate(known, judged.asOf()), known, judged.asOf());
  }

  // What the run did not ask is asked as it would have been: of each state of the recording in
  // turn.
  private Settled fromRecording(Expectation expectation) {
    var lastAction =
        history.actions().stream()
            .map(Observation::arrival)
            .filter(done -> !done.isAfter(reached))
            .reduce(history.began(), (earlier, later) -> later);
    var asOf = new AsOf(lastAction, reached, reached, patience);
    var observations = history.observations();
    for (int i = 0; i < observations.size(); i++) {
      var now = observations.get(i).arrival();
      if (!now.isBefore(reached)) {
        var known = history.first(i + 1);
        var verdict = expectation.evaluate(known, asOf.at(now));
        if (!verdict.isOpen()) {
          reached = now;
          return new Settled(verdict, known, asOf.at(now));
        }
      }
    }
    reached = end();
    return new Settled(open(expectation, asOf), history, asOf.at(end()));
  }

  private Verdict open(Expectation expectation, AsOf asOf) {
    var words = "the recording ends at " + new RelativeTime(history.began()).of(end());
    var verdict = expectation.evaluate(history, asOf.at(end()));
    return new Verdict.CannotTell(
        verdict.isOpen() ? words + ", before this is decided: " + verdict.because() : words);
  }

  private Instant end() {
    return history.observations().stream()
        .map(Observation::arrival)
        .reduce(history.began(), (a, b) -> b.isAfter(a) ? b : a);
  }

  @Override
  public History toExplain(Expectation expectation, AsOf asOf) {
    return look();
  }

  @Override
  public History look() {
    return answers.peek() instanceof Asked.Looked
        ? history.first(as(Asked.Looked.class, next("look")).observations())
        : history;
  }

  @Override
  public boolean is(Predicate<Cluster> condition) {
    return as(Asked.Required.class, next("what the cluster is")).met();
  }

  private Asked next(String words) {
    var answer = answers.poll();
    if (answer != null) {
      return answer;
    }
    throw Optional.ofNullable(current)
        .flatMap(Step::problem)
        .orElseGet(
            () ->
                new StepProblem.Unusable(
                    "the recorded run did not do this: "
                        + words
                        + "\n  what it did cannot be changed; run the scenario on a cluster",
                    null));
  }

  private static <A extends Asked> A as(Class<A> kind, Asked answer) {
    if (kind.isInstance(answer)) {
      return kind.cast(answer);
    }
    throw new StepProblem.Unusable(
        "the recorded run asked something else here: "
            + answer
            + "\n  judge it with the version of Podproof that recorded it",
        null);
  }

  @Override
  public void giveUpAfter(Duration limit, Duration quiet) {
    // Nothing is waited for.
  }

  @Override
  public boolean hasGivenUp() {
    return false;
  }

  @Override
  public void watch(ObjectKind kind) {
    // What is not in the recording cannot be watched any more.
  }

  @Override
  public Optional<History> history() {
    return Optional.of(history);
  }

  @Override
  public Optional<String> glimpse() {
    return Optional.empty();
  }

  @Override
  public UnaryOperator<String> redaction() {
    return UnaryOperator.identity();
  }

  @Override
  public List<Asked> takeAsked() {
    return List.of();
  }

  @Override
  public Remains remains() {
    return Remains.NONE;
  }

  @Override
  public void close() {
    // There is nothing to end.
  }
}
