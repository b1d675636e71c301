package dev.podproof.run;

import dev.podproof.archive.Bundle;
import dev.podproof.archive.BundleProblem;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ConsoleReport;
import dev.podproof.settings.RunSettings;
import dev.podproof.settings.RunSettings.Files;
import dev.podproof.settings.RunSettings.Output;
import dev.podproof.settings.RunSettings.Selection;
import dev.podproof.settings.RunSettings.Waits;
import dev.podproof.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Judges a scenario that was recorded, without a cluster. */
public final class Judge {
  private final Path folder;
  private final Bundle bundle;

  /**
   * A judge of the bundle in that folder.
   *
   * @throws UsageProblem if there is none that can be read
   */
  public Judge(Path folder) {
    this.folder = folder;
    try {
      this.bundle = Bundle.read(folder);
    } catch (BundleProblem e) {
      throw new UsageProblem(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Judges the scenario as it was run.
   *
   * @return the exit code
   */
  public int judge(ConsoleReport console) {
    var scenario = Bundle.feature(folder) + ":" + bundle.scenario().place().line();
    requireWhole(scenario);
    return judge(console, scenario, "", false);
  }

  /**
   * Judges the scenario of that name as it stands in another file, or at a line of it, against what
   * was recorded.
   *
   * @param feature a file, or FILE:LINE
   * @return the exit code
   */
  public int judge(ConsoleReport console, String feature) {
    var name = "^" + Pattern.quote(bundle.scenario().place().scenario()) + "$";
    return judge(console, feature, feature.matches(".*:\\d+") ? "" : name, true);
  }

  // A step that is gone from the feature would be judged by nobody, and the rest might be green.
  private void requireWhole(String scenario) {
    var steps = new StepCount();
    try {
      Gherkin.run(RunSettings.dry(List.of(scenario)), true, 1, SessionFactory::new, List.of(steps));
    } catch (RuntimeException e) {
      throw damaged("it cannot be read: " + firstLine(e));
    }
    var recorded = bundle.scenario().steps().size();
    if (steps.number() != recorded) {
      throw damaged(
          "the scenario at line "
              + bundle.scenario().place().line()
              + " has "
              + steps.number()
              + " steps, and "
              + recorded
              + " were run");
    }
  }

  private UsageProblem damaged(String how) {
    return new UsageProblem(
        Bundle.feature(folder)
            + " is damaged: "
            + how
            + "\n  take it from the run again; nothing was judged");
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(ExceptionUtils.getRootCause(e).getMessage())
        .lines()
        .findFirst()
        .orElse("");
  }

  private int judge(ConsoleReport console, String feature, String name, boolean other) {
    var settings =
        new RunSettings(
            List.of(feature),
            new Selection("", name, false, false),
            1,
            Waits.DEFAULTS,
            new Output(Files.NONE, false, false, false));
    if (other) {
      Check.of(settings, Surroundings.NONE);
    }
    var factory = new SessionFactory();
    var judging = new Judging(bundle, factory, console, other);
    Gherkin.run(settings, false, 1, () -> factory, List.of(judging));
    return judging.outcome().exitCode();
  }

  /** Draws what was recorded. */
  public void draw(ConsoleReport console) {
    var scenario = bundle.scenario();
    var windows = scenario.result().windows(scenario.began());
    console.timeline(Timeline.of(bundle.history(), windows, UnaryOperator.identity()));
  }
}
