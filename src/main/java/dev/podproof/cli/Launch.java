package dev.podproof.cli;

import dev.podproof.cluster.ClusterSettings;
import dev.podproof.cluster.Clusters;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.RunResult;
import dev.podproof.report.build.BuildLog;
import dev.podproof.run.Run;
import dev.podproof.settings.ClusterChoice;
import dev.podproof.settings.RunSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** Begins runs, from what the command line says of the machine and of the screen. */
record Launch(
    Map<String, String> environment,
    Supplier<Optional<Terminal>> terminal,
    ClusterOptions cluster,
    ScreenOptions screen) {

  /**
   * Runs, and returns the exit code.
   *
   * @param heard is told the result of a run that came to its end
   */
  int run(
      PrintWriter out,
      boolean quiet,
      RunSettings settings,
      Surroundings surroundings,
      ClusterChoice choice,
      Consumer<RunResult> heard) {
    if (!settings.selection().dryRun()) {
      warm(choice);
    }
    var clusterSettings = clusterSettings(choice);
    try (var shown = screen.open(terminal.get(), out, environment)) {
      var console = new ConsoleReport(shown, quiet, BuildLog.of(environment, Clock.systemUTC()));
      return new Run(settings, surroundings, clusterSettings, console, began()).execute(heard);
    }
  }

  /** Begins to make ready what a cluster of ours will need, beside what is done until then. */
  void warm(ClusterChoice choice) {
    if (!(choice instanceof ClusterChoice.Existing)) {
      Clusters.warm(environment);
    }
  }

  /** How such a cluster is obtained on this machine. */
  ClusterSettings clusterSettings(ClusterChoice choice) {
    return new ClusterSettings(
        choice,
        Path.of(environment.getOrDefault("PODPROOF_HOME", "")),
        RunCommand.cache(environment),
        environment,
        cluster.images(),
        cluster.mirrors(),
        cluster.withRuntime());
  }

  // The launcher tells when it was started, so that its own time counts as well.
  private Instant began() {
    return Optional.ofNullable(environment.get("PODPROOF_STARTED_MILLIS"))
        .filter(millis -> millis.matches("\\d+"))
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
        .orElseGet(Instant::now);
  }
}
