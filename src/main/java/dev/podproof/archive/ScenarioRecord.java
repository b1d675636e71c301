package dev.podproof.archive;

import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.session.Asked;
import dev.podproof.session.SessionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One scenario of a run, and what its steps asked.
 *
 * @param version of the format; see {@link ArchiveJson#VERSION}
 * @param settings how long it waited
 * @param versions by name: podproof, java, cluster, kubernetes
 * @param missing what could not be collected, a line each
 */
public record ScenarioRecord(
    int version,
    Place place,
    List<String> tags,
    Outcome outcome,
    Instant began,
    Duration took,
    List<Step> steps,
    SessionSettings settings,
    Map<String, String> versions,
    List<String> missing) {
  public ScenarioRecord {
    tags = List.copyOf(tags);
    steps = List.copyOf(steps);
    missing = List.copyOf(missing);
  }

  /** One step; see {@link StepResult}. */
  public record Step(
      String text, int line, Outcome outcome, Duration at, String because, List<Asked> asked) {
    public Step {
      asked = List.copyOf(asked);
    }

    /** The step as reports tell it. */
    public StepResult result() {
      return new StepResult(text, line, outcome, at, because);
    }
  }

  /**
   * A scenario that has ended.
   *
   * @param asked what each step asked, in the order of the steps
   */
  public static ScenarioRecord of(
      ScenarioResult scenario,
      List<List<Asked>> asked,
      Instant began,
      SessionSettings settings,
      Map<String, String> versions,
      List<String> missing) {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < scenario.steps().size(); i++) {
      var step = scenario.steps().get(i);
      steps.add(
          new Step(
              step.text(), step.line(), step.outcome(), step.at(), step.because(), asked.get(i)));
    }
    return new ScenarioRecord(
        ArchiveJson.VERSION,
        scenario.place(),
        scenario.tags(),
        scenario.outcome(),
        began,
        scenario.took(),
        steps,
        settings,
        versions,
        missing);
  }

  /** The scenario as reports tell it. */
  public ScenarioResult result() {
    return new ScenarioResult(place, tags, steps.stream().map(Step::result).toList(), took);
  }
}
