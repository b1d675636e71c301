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
    var scenario = bundle.scenario().place();
    return judge(console, Bundle.feature(folder) + ":" + scenario.line(), "", false);
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
