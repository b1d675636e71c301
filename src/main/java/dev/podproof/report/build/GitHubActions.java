package dev.podproof.report.build;

import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Printable;
import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * GitHub Actions: an annotation for each scenario that was not satisfied, and a summary of the job
 * (GitHub: workflow commands for GitHub Actions).
 *
 * @param workspace the folder that paths of annotations count from; empty for the working directory
 * @param summary the file that the summary is added to; empty for none
 * @param token begins and ends the lines in which no command is obeyed
 */
record GitHubActions(String workspace, String summary, String token) implements BuildLog {
  @Override
  public List<String> opening() {
    return List.of("::stop-commands::" + token);
  }

  @Override
  public List<String> closing() {
    return List.of("::" + token + "::");
  }

  @Override
  public List<String> result(RunResult run) {
    var annotations = bad(run).map(this::annotation);
    return Stream.concat(annotations, summarize(run).stream()).toList();
  }

  private static Stream<ScenarioResult> bad(RunResult run) {
    return run.scenarios().stream().filter(scenario -> !scenario.outcome().isFine());
  }

  private String annotation(ScenarioResult scenario) {
    var step = scenario.unsatisfied().orElseThrow();
    return "::error file="
        + property(inWorkspace(scenario.place().file()))
        + ",line="
        + step.line()
        + ",title="
        + property(title(scenario))
        + "::"
        + data(step.text() + "\n" + ConsoleReport.explanation(scenario, step));
  }

  static String title(ScenarioResult scenario) {
    return scenario.outcome().inWords().toUpperCase(Locale.ROOT) + " " + scenario.place().title();
  }

  private String inWorkspace(String file) {
    var path = Path.of(file).toAbsolutePath().normalize();
    return !workspace.isEmpty() && path.startsWith(workspace)
        ? Path.of(workspace).relativize(path).toString()
        : file;
  }

  // github.com/actions/toolkit, packages/core/src/command.ts: escapeData and escapeProperty.
  private static String data(String text) {
    return Printable.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  private List<String> summarize(RunResult run) {
    if (summary.isEmpty()) {
      return List.of();
    }
    try {
      Files.writeString(
          Path.of(summary),
          JobSummary.of(run),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return List.of();
    } catch (IOException e) {
      return List.of("::warning::" + data("the job summary cannot be written: " + e.getMessage()));
    }
  }
}
