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
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.function.FailableRunnable;
import org.apache.commons.lang3.function.FailableSupplier;

/**
 * The files that tell of a run; none where no folder was named. What cannot be written once the run
 * has begun is a loss, and the other files are written all the same. Thread-safe.
 */
final class Reports implements AutoCloseable {
  private static final String PAGE = "report.html";

  /** What even the smallest run writes. */
  private static final byte[] PROBE = new byte[64 * 1024];

  private final RunSettings.Files files;
  private final Optional<HtmlReport> page;
  private final Losses losses;

  private Reports(RunSettings.Files files, Optional<HtmlReport> page, Losses losses) {
    this.files = files;
    this.page = page;
    this.losses = losses;
  }

  /**
   * Reports where the user wants them; their folders are made and written to now.
   *
   * @param losses is told what cannot be written later
   * @throws UsageProblem if nothing can be written there
   */
  static Reports in(RunSettings.Files files, Losses losses) {
    var tap = files.tap();
    if (!isNone(tap)) {
      made(
          "--tap",
          tap,
          () -> {
            Files.createDirectories(tap.toAbsolutePath().getParent());
            Files.writeString(tap, "");
            return tap;
          });
    }
    var folder = files.reportDir();
    return new Reports(
        files,
        isNone(folder)
            ? Optional.empty()
            : Optional.of(made("--report-dir", folder, () -> opened(folder))),
        losses);
  }

  private static HtmlReport opened(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (var name : List.of(PAGE, "junit.xml", "results.json", "rerun.txt")) {
      if (Files.isDirectory(folder.resolve(name))) {
        throw new FileSystemException(
            folder.resolve(name).toString(), null, "a folder is in the way");
      }
    }
    var probe = Files.createTempFile(folder, "report", ".probe");
    try {
      Files.write(probe, PROBE);
    } finally {
      Files.delete(probe);
    }
    return HtmlReport.in(folder);
  }

  /** A scenario has ended. */
  void add(ScenarioResult scenario, Optional<Timeline> timeline) {
    page.ifPresent(open -> inFolder(PAGE, () -> open.add(scenario, timeline)));
  }

  /** The run has ended. */
  void write(RunResult result) {
    page.ifPresent(
        open -> {
          var folder = files.reportDir();
          inFolder("junit.xml", () -> JUnitXml.write(result, folder));
          inFolder("results.json", () -> ResultsJson.write(result, folder));
          inFolder("rerun.txt", () -> Rerun.write(result, folder));
          inFolder(PAGE, () -> open.write(result));
        });
    if (!isNone(files.tap())) {
      writing(files.tap(), () -> Tap.write(result, files.tap()));
    }
  }

  @Override
  public void close() {
    page.ifPresent(
        open -> {
          try {
            open.close();
          } catch (IOException e) {
            losses.add(files.reportDir().resolve(PAGE).toString(), e);
          }
        });
  }

  private static boolean isNone(Path path) {
    return path.toString().isEmpty();
  }

  private void inFolder(String name, FailableRunnable<IOException> writing) {
    writing(files.reportDir().resolve(name), writing);
  }

  private void writing(Path file, FailableRunnable<IOException> writing) {
    losses.whileWriting(file.toString(), writing);
    if (losses.isLost(file.toString())) {
      removeHalf(file);
    }
  }

  // Half a file, or that of an earlier run, would be taken for this run's.
  private static void removeHalf(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It was said already that it is lost.
      return;
    }
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
