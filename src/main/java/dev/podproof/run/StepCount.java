package dev.podproof.run;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCaseStarted;

/** Counts the steps of the scenarios that begin. Used by one thread. */
final class StepCount implements ConcurrentEventListener {
  private int number;

  /** How many steps there were; 0 where no scenario began. */
  int number() {
    return number;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(
        TestCaseStarted.class,
        event ->
            number +=
                (int)
                    event.getTestCase().getTestSteps().stream()
                        .filter(PickleStepTestStep.class::isInstance)
                        .count());
  }
}
