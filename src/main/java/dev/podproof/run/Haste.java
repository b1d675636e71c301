package dev.podproof.run;

import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.session.PodSession;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Limits the steps of one scenario, and tells whether one was given up. Used by one thread. */
final class Haste implements ConcurrentEventListener {
  private final Pace pace;
  private final Place scenario;
  private final Supplier<Optional<PodSession>> session;
  private int step;
  private Optional<GivenUp> givenUp = Optional.empty();

  /** A step that was not satisfied in a time, and how long it takes unchanged. */
  record GivenUp(Duration limit, Duration unchanged) {}

  /**
   * Of a scenario that has not begun.
   *
   * @param session the scenario's
   */
  Haste(Pace pace, Place scenario, Supplier<Optional<PodSession>> session) {
    this.pace = pace;
    this.scenario = scenario;
    this.session = session;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestStepStarted.class, this::begins);
    publisher.registerHandlerFor(TestStepFinished.class, this::ended);
  }

  private void begins(TestStepStarted event) {
    if (event.getTestStep() instanceof PickleStepTestStep) {
      pace.limit(scenario, step)
          .ifPresent(limit -> session.get().ifPresent(one -> one.giveUpAfter(limit, pace.quiet())));
    }
  }

  private void ended(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep one) {
      ended(one.getPattern(), event.getResult().getStatus(), event.getResult().getDuration());
    }
  }

  /** The next step, with this pattern, ended so after that time. */
  void ended(String pattern, Status status, Duration took) {
    if (status != Status.PASSED) {
      if (session.get().filter(PodSession::hasGivenUp).isPresent() && givenUp.isEmpty()) {
        givenUp = pace.unchanged(scenario, step).map(usual -> new GivenUp(took, usual));
      }
    } else if (!ImageTime.isSpentBy(pattern)) {
      // Who waits for an image's name learns nothing of the machine.
      pace.satisfied(scenario, step, took);
    }
    step++;
  }

  /** The step that was given up; empty where none was. */
  Optional<GivenUp> givenUp() {
    return givenUp;
  }
}
