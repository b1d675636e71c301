package dev.podproof.run;

import dev.podproof.report.ScenarioResult;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Duration;

/**
 * The time that a scenario spends on what its images are: each is made once for all scenarios, and
 * waited for while another scenario has the same name for something else. Neither is the pod's own
 * time. Used by one thread.
 */
final class ImageTime implements ConcurrentEventListener {
  private Duration spent = Duration.ZERO;

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestStepFinished.class, this::ended);
  }

  private void ended(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      took(step.getPattern(), event.getResult().getDuration());
    }
  }

  /** A step with this pattern took that time. */
  void took(String pattern, Duration time) {
    if (isSpentBy(pattern)) {
      spent = spent.plus(time);
    }
  }

  /** Whether a step with this pattern says what an image is. */
  static boolean isSpentBy(String pattern) {
    return pattern.startsWith("{image} ");
  }

  /** A scenario that took so much less. */
  ScenarioResult without(ScenarioResult result) {
    return new ScenarioResult(
        result.place(), result.tags(), result.steps(), result.took().minus(spent));
  }
}
