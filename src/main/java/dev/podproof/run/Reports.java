package dev.podproof.run;

import dev.podproof.report.HtmlReport;
import dev.podproof.report.JUnitXml;
import dev.podproof.report.ResultsJson;
import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult;
import dev.podproof.settings.RunSettings.Output;
import dev.podproof.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The files that tell of a run; none where no folder was named. Thread-safe. */
final class Reports implements AutoCloseable {
  private final Path folder;
  private final Optional<HtmlReport> page;

  private Reports(Path folder, Optional<HtmlReport> page) {
    this.folder = folder;
    this.page = page;
  }

  /** Reports in the folder that the user named, which is made now: a bad one is told early. */
  static Reports in(Output output) {
    var folder = output.reportDir();
    try {
      return folder.toString().isEmpty()
          ? new Reports(folder, Optional.empty())
          : new Reports(folder, Optional.of(HtmlReport.in(folder)));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** A scenario has ended. */
  void add(ScenarioResult scenario, Optional<Timeline> timeline) {
    try {
      if (page.isPresent()) {
        page.get().add(scenario, timeline);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** The run has ended. */
  void write(RunResult result) {
    try {
      if (page.isPresent()) {
        JUnitXml.write(result, folder);
        ResultsJson.write(result, folder);
        Rerun.write(result, folder);
        page.get().write(result);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      if (page.isPresent()) {
        page.get().close();
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static UsageProblem unwritable(Path folder, IOException e) {
    return new UsageProblem(
        "the reports cannot be written to "
            + folder
            + ": "
            + e.getMessage()
            + "\n  name a folder that can be made with --report-dir");
  }
}
