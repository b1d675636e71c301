package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.settings.RunSettings.Evidence;
import dev.podproof.settings.RunSettings.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the files which tell of a run. */
final class FileOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--report-dir",
      paramLabel = "DIR",
      description = "Write report.html, junit.xml and results.json there.")
  private @Nullable Path reportDir;

  @Option(
      names = "--tap",
      paramLabel = "FILE",
      description = "Write the Test Anything Protocol, version 14, there.")
  private @Nullable Path tap;

  @Option(
      names = "--plugin",
      paramLabel = "PLUGIN:FILE",
      split = Settings.SEPARATOR,
      description =
          "A formatter of Cucumber's, such as html:out.html or message:out.ndjson; may be repeated.")
  private List<String> plugins = List.of();

  @Option(
      names = "--evidence",
      paramLabel = "WHICH",
      description =
          "Keep the evidence of failed, all or none of the scenarios below DIR/evidence; default failed where there is a --report-dir.")
  private @Nullable Evidence evidence;

  Evidence evidence() {
    if (reportDir == null) {
      var named = Objects.requireNonNull(command).commandLine().getParseResult();
      if (named.hasMatchedOption("--evidence") && evidence != Evidence.NONE) {
        throw new IllegalArgumentException(
            "--evidence needs a place\n  name a folder with --report-dir DIR");
      }
      return Evidence.NONE;
    }
    return evidence == null ? Evidence.FAILED : evidence;
  }

  Files files() {
    return new Files(or(reportDir), or(tap), plugins);
  }

  /** The same in a folder below, for one of several runs; for a single one the name is empty. */
  FileOptions below(String name) {
    if (name.isEmpty()) {
      return this;
    }
    if (tap != null || !plugins.isEmpty()) {
      throw new IllegalArgumentException(
          "--tap and --plugin name one file, and there are several runs\n  name a folder, which has one below it for each version: --report-dir DIR");
    }
    var below = new FileOptions();
    below.command = command;
    below.reportDir = reportDir == null ? null : reportDir.resolve(name);
    below.evidence = evidence;
    return below;
  }

  private static Path or(@Nullable Path path) {
    return Objects.requireNonNullElse(path, Path.of(""));
  }
}
