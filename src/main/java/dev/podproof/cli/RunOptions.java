package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.settings.RunSettings;
import dev.podproof.settings.RunSettings.Leave;
import dev.podproof.settings.RunSettings.Output;
import dev.podproof.settings.RunSettings.Selection;
import dev.podproof.settings.RunSettings.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of every command that runs scenarios. */
final class RunOptions {
  /** Most of a scenario is waiting; two for each processor keep a node of that size busy. */
  private static final int LANES_PER_PROCESSOR = 2;

  @Option(
      names = "--allow-cluster-scoped",
      description =
          "Let scenarios make objects that belong to no namespace; they are removed at the scenario's end.")
  private boolean clusterScoped;

  @Option(
      names = "--namespace-map",
      paramLabel = "NAME=scenario",
      split = Settings.SEPARATOR,
      description =
          "Let a namespace that manifests name stand for the scenario's own; may be repeated.")
  private Map<String, String> namespaceMap = Map.of();

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      description =
          "How long a step without a budget of its own may take, counted from the scenario's last action; default ${DEFAULT-VALUE}.")
  private int budget = 60;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description =
          "How many scenarios run side by side; default two for each processor. One tagged @isolated runs alone.")
  private int parallel = LANES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--patient",
      description =
          "Wait out the budget even where a pod is stuck for a reason that only somebody else could mend.")
  private boolean patient;

  @Option(
      names = "--timeline",
      description = "Print the timeline of each scenario's pods after it, in 100 columns.")
  private boolean timeline;

  @Option(names = "--timings", description = "Tell how long the phases took.")
  private boolean timings;

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell only what was not satisfied, and the summary.")
  private boolean quiet;

  @Option(names = "--strict", description = "Exit 3 where every scenario was skipped.")
  private boolean strict;

  @SuppressWarnings("UnusedVariable") // ProblemHandler asks the parsed command line for it
  @Option(
      names = "--verbose",
      description = "Show causes with their stack traces, and what libraries log.")
  private boolean verbose;

  boolean isQuiet() {
    return quiet;
  }

  boolean isStrict() {
    return strict;
  }

  /** The settings of a run of these features. */
  RunSettings settings(List<String> selected, Selection selection, FileOptions files) {
    if (budget <= 0) {
      throw new IllegalArgumentException(
          "--budget is " + budget + "; expected a number of seconds above zero, such as 60");
    }
    var patience = patient ? Duration.ofSeconds(Long.MAX_VALUE) : Waits.DEFAULTS.patience();
    return new RunSettings(
        selected,
        selection,
        parallel(),
        new Waits(Duration.ofSeconds(budget), patience, Waits.DEFAULTS.reportingDelay()),
        new Output(files.files(), timeline, timings, strict),
        new Leave(clusterScoped, mapped()),
        files.evidence());
  }

  private Set<String> mapped() {
    namespaceMap.forEach(
        (name, to) -> {
          if (!to.equals("scenario")) {
            throw new IllegalArgumentException(
                "--namespace-map is "
                    + name
                    + "="
                    + to
                    + "; a namespace can stand for the scenario's own only: "
                    + name
                    + "=scenario");
          }
        });
    return namespaceMap.keySet();
  }

  private int parallel() {
    if (parallel < 1) {
      throw new IllegalArgumentException(
          "--parallel is "
              + parallel
              + "; expected how many scenarios run side by side, such as 4");
    }
    return parallel;
  }
}
