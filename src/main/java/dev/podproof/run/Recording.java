package dev.podproof.run;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation;
import dev.podproof.session.PodSession;
import dev.podproof.session.RecordedProceedings;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A scenario that has run, of which more can be asked. Immutable.
 *
 * @param steps in order
 */
record Recording(History history, List<Step> steps) {
  Recording {
    steps = List.copyOf(steps);
  }

  /** A step and when it was decided. */
  record Step(String text, int line, Instant decided) {}

  /**
   * After which steps something more could be asked, by their places in the list: after each that
   * did something, for what is waited for is counted from there, and after the last.
   */
  List<Integer> places() {
    var did = history.actions().stream().map(Observation::arrival).toList();
    return IntStream.range(0, steps.size())
        .filter(i -> i == steps.size() - 1 || did.stream().anyMatch(at -> isIn(i, at)))
        .filter(i -> did.stream().anyMatch(at -> !at.isAfter(steps.get(i).decided())))
        .boxed()
        .toList();
  }

  /** When the scenario did something next after that step; the end of time where it did not. */
  Instant goesOn(int place) {
    return history.actions().stream()
        .map(Observation::arrival)
        .filter(at -> at.isAfter(steps.get(place).decided()))
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private boolean isIn(int step, Instant at) {
    return !at.isAfter(steps.get(step).decided())
        && (step == 0 || at.isAfter(steps.get(step - 1).decided()));
  }

  /** The scenario again, come as far as after that step. */
  RecordedProceedings after(int place, Duration patience) {
    var proceedings =
        new RecordedProceedings(
            history,
            patience,
            steps.stream()
                .map(
                    step ->
                        new RecordedProceedings.Step(
                            step.text(), step.decided(), List.of(), Optional.empty()))
                .toList());
    steps.stream().limit(place + 1L).forEach(step -> proceedings.reach(step.text()));
    return proceedings;
  }

  /** Listens to one scenario, before whoever closes its session. Used by one thread. */
  static final class Listener implements ConcurrentEventListener {
    private final Supplier<Optional<PodSession>> session;
    private final List<Step> steps = new ArrayList<>();
    private Optional<Recording> recording = Optional.empty();

    Listener(Supplier<Optional<PodSession>> session) {
      this.session = session;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(TestStepFinished.class, this::ended);
      publisher.registerHandlerFor(TestCaseFinished.class, this::ended);
    }

    private void ended(TestStepFinished event) {
      if (event.getTestStep() instanceof PickleStepTestStep step) {
        steps.add(
            new Step(
                step.getStep().getKeyword() + step.getStep().getText(),
                step.getStep().getLine(),
                event.getInstant()));
      }
    }

    private void ended(TestCaseFinished event) {
      recording =
          session.get().flatMap(PodSession::history).map(history -> new Recording(history, steps));
    }

    /** What was recorded; empty where the scenario was skipped before it began. */
    Optional<Recording> recording() {
      return recording;
    }
  }
}
