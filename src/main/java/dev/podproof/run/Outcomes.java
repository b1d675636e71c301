package dev.podproof.run;

import dev.podproof.action.ActionProblem;
import dev.podproof.manifest.ManifestProblem;
import dev.podproof.report.Outcome;
import dev.podproof.report.StepResult;
import dev.podproof.session.StepProblem;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;

/** What Cucumber says of a step, in our terms. */
final class Outcomes {
  private Outcomes() {}

  /** How a step turned out. */
  static Outcome of(Result result) {
    if (result.getStatus() == Status.PASSED) {
      return Outcome.SATISFIED;
    }
    if (result.getStatus() == Status.SKIPPED) {
      return Outcome.SKIPPED;
    }
    return result.getStatus() == Status.UNDEFINED ? Outcome.UNUSABLE : of(result.getError());
  }

  private static Outcome of(Throwable error) {
    if (error instanceof StepProblem.Violation || error instanceof AssertionError) {
      return Outcome.VIOLATED;
    }
    if (error instanceof StepProblem.Skip) {
      return Outcome.SKIPPED;
    }
    if (error instanceof StepProblem.Undecided) {
      return Outcome.UNDECIDED;
    }
    var usersMistake =
        error instanceof StepProblem.Unusable
            || error instanceof ManifestProblem
            || error instanceof ActionProblem
            || error instanceof IllegalArgumentException;
    return usersMistake ? Outcome.UNUSABLE : Outcome.INFRASTRUCTURE;
  }

  /**
   * What decided a step.
   *
   * @param decided what the session says of a step that was satisfied
   */
  static String because(Result result, String decided) {
    if (result.getStatus() == Status.PASSED) {
      return decided;
    }
    if (result.getStatus() == Status.UNDEFINED) {
      return "no step is defined for this\n  judge it with the version of Podproof that ran it";
    }
    if (result.getError() == null) {
      return StepResult.NOT_REACHED;
    }
    var message = result.getError().getMessage();
    return message == null ? result.getError().toString() : message;
  }
}
