package dev.podproof.report;

import java.time.Duration;

/**
 * One step of a scenario.
 *
 * @param text keyword and text, such as: Then the pod is ready
 * @param at how long after the scenario's beginning it was decided
 * @param because what decided it; the whole explanation where it was not satisfied; of what is
 *     longer than 10,000 characters the beginning
 */
public record StepResult(String text, int line, Outcome outcome, Duration at, String because) {
  private static final int LONGEST = 10_000;

  public StepResult {
    because = Printable.cut(because, LONGEST);
  }

  /** The reason of a step that was not reached. */
  public static final String NOT_REACHED = "an earlier step was not satisfied";
}
