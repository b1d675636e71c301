package dev.podproof.run;

import dev.podproof.report.HtmlReport;
import dev.podproof.report.JUnitXml;
import dev.podproof.report.ResultsJson;
import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.Tap;
import dev.podproof.settings.RunSettings;
import dev.podproof.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.lang3.function.FailableRunnable;
import org.apache.commons.lang3.function.FailableSupplier;

/** The files that tell of a run; none where no folder was named. Thread-safe. */
final class Reports implements AutoCloseable {
  private final RunSettings.Files files;
  private final Optional<HtmlReport> page;

  private Reports(RunSettings.Files files, Optional<HtmlReport> page) {
    this.files = files;
    this.page = page;
  }

  /** Reports where the user wants them; their folders are made now: a bad one is told early. */
  static Reports in(RunSettings.Files files) {
    var tap = files.tap();
    if (!isNone(tap)) {
      writing(
          "--tap",
          tap,
          () -> {
            Files.createDirectories(tap.toAbsolutePath().getParent());
            Files.writeString(tap, "");
          });
    }
    var folder = files.reportDir();
    return new Reports(
        files,
        isNone(folder)
            ? Optional.empty()
            : Optional.of(made("--report-dir", folder, () -> HtmlReport.in(folder))));
  }

  /** A scenario has ended. */
  void add(ScenarioResult scenario, Optional<Timeline> timeline) {
    page.ifPresent(open -> inFolder(() -> open.add(scenario, timeline)));
  }

  /** The run has ended. */
  void write(RunResult result) {
    page.ifPresent(
        open ->
            inFolder(
                () -> {
                  JUnitXml.write(result, files.reportDir());
                  ResultsJson.write(result, files.reportDir());
                  Rerun.write(result, files.reportDir());
                  open.write(result);
                }));
    if (!isNone(files.tap())) {
      writing("--tap", files.tap(), () -> Tap.write(result, files.tap()));
    }
  }

  @Override
  public void close() {
    page.ifPresent(open -> inFolder(open::close));
  }

  private static boolean isNone(Path path) {
    return path.toString().isEmpty();
  }

  private void inFolder(FailableRunnable<IOException> writing) {
    writing("--report-dir", files.reportDir(), writing);
  }

  private static void writing(String option, Path path, FailableRunnable<IOException> writing) {
    var unused =
        made(
            option,
            path,
            () -> {
              writing.run();
              return path;
            });
  }

  private static <T> T made(String option, Path path, FailableSupplier<T, IOException> making) {
    try {
      return making.get();
    } catch (IOException e) {
      throw new UsageProblem(
          "the reports cannot be written to "
              + path
              + ": "
              + e.getMessage()
              + "\n  name "
              + (option.equals("--tap") ? "a file" : "a folder")
              + " that can be made with "
              + option);
    }
  }
}
