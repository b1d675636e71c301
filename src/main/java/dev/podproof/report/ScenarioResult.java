package dev.podproof.report;

import dev.podproof.repetition.Repetition;
import dev.podproof.timeline.StepWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One scenario of a run.
 *
 * @param tags with their @, those of its feature and its examples included
 */
public record ScenarioResult(
    Place place, List<String> tags, List<StepResult> steps, Duration took) {
  public ScenarioResult {
    tags = List.copyOf(tags);
    steps = List.copyOf(steps);
  }

  /**
   * Where a scenario stands: its feature's name, its own, its file and the line it begins in.
   *
   * @param repetition which of its repetitions this is
   */
  public record Place(
      String feature, String scenario, String file, int line, Repetition repetition) {
    /** The place of a scenario that is run once. */
    public Place(String feature, String scenario, String file, int line) {
      this(feature, scenario, file, line, Repetition.ONLY);
    }

    /** File and line, such as features/web.feature:12. */
    public String inWords() {
      return file + ":" + line;
    }

    /** The scenario's name, and which repetition it is where there are several. */
    public String title() {
      return scenario + (repetition.isOneOfSeveral() ? " (" + repetition.inWords() + ")" : "");
    }

    /** The command that runs it again, as often as it was run. */
    public String rerun() {
      return "podproof run "
          + inWords()
          + (repetition.isOneOfSeveral() ? " --repeat-count " + repetition.of() : "");
    }

    /** The same scenario, this one of its repetitions. */
    public Place as(Repetition one) {
      return new Place(feature, scenario, file, line, one);
    }
  }

  /** The heaviest outcome among the steps; satisfied where there are none. */
  public Outcome outcome() {
    return steps.stream()
        .map(StepResult::outcome)
        .min(Comparator.naturalOrder())
        .orElse(Outcome.SATISFIED);
  }

  /** The first step that was not satisfied. */
  public Optional<StepResult> unsatisfied() {
    return steps.stream()
        .filter(step -> step.outcome() == outcome() && outcome() != Outcome.SATISFIED)
        .findFirst();
  }

  /** The time that each step took, where the scenario began at that instant. */
  public List<StepWindow> windows(Instant began) {
    var windows = new ArrayList<StepWindow>();
    var from = began;
    for (var step : steps) {
      var to = began.plus(step.at());
      windows.add(new StepWindow(step.text(), step.line(), step.outcome().inWords(), from, to));
      from = to;
    }
    return windows;
  }
}
