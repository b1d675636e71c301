package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.cluster.ClusterSettings;
import dev.podproof.cluster.Clusters;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.build.BuildLog;
import dev.podproof.run.Rerun;
import dev.podproof.run.Run;
import dev.podproof.run.UsageProblem;
import dev.podproof.settings.ClusterChoice;
import dev.podproof.settings.RunSettings;
import dev.podproof.settings.RunSettings.Leave;
import dev.podproof.settings.RunSettings.Output;
import dev.podproof.settings.RunSettings.Selection;
import dev.podproof.settings.RunSettings.Waits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** podproof run: runs scenarios. */
@Command(
    name = "run",
    description = "Runs the scenarios of feature files.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  /** Most of a scenario is waiting; two for each processor keep a node of that size busy. */
  private static final int LANES_PER_PROCESSOR = 2;

  private final Map<String, String> environment;
  private final Supplier<Optional<Terminal>> terminal;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FEATURE",
      arity = "0..*",
      split = Settings.SEPARATOR,
      description =
          "Feature files or folders; FILE:LINE for single scenarios; default the folder features.")
  private List<String> features = List.of();

  @Option(
      names = "--tags",
      paramLabel = "EXPRESSION",
      description = "Only scenarios whose tags match, such as \"@slow and not @wip\".")
  private String tags = "";

  @Option(
      names = "--name",
      paramLabel = "REGEX",
      description = "Only scenarios whose name matches.")
  private String name = "";

  @Option(
      names = "--rerun",
      paramLabel = "FILE",
      description =
          "Only the scenarios that stand in a list such as DIR/rerun.txt, which a run with --report-dir writes.")
  private @Nullable Path rerun;

  @Option(
      names = "--fail-fast",
      description = "Skip the scenarios that have not begun when one is not satisfied.")
  private boolean failFast;

  @Option(
      names = "--repeat-count",
      paramLabel = "N",
      description =
          "Run each scenario N times, and tell how often each step is satisfied, how far the moments spread, and where a repetition that is not satisfied first differs from one that is.")
  private int repetitions = 1;

  @Option(names = "--dry-run", description = "Check steps and manifests; start nothing.")
  private boolean dryRun;

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

  @Mixin private ClusterOptions cluster = new ClusterOptions();

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

  @Mixin private FileOptions files = new FileOptions();

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

  @Mixin private ScreenOptions screen = new ScreenOptions();

  @Option(names = "--strict", description = "Exit 3 where every scenario was skipped.")
  private boolean strict;

  @SuppressWarnings("UnusedVariable") // ProblemHandler asks the parsed command line for it
  @Option(
      names = "--verbose",
      description = "Show causes with their stack traces, and what libraries log.")
  private boolean verbose;

  RunCommand(Map<String, String> environment, Supplier<Optional<Terminal>> terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec);
    var out = command.commandLine().getOut();
    var surroundings = Surroundings.of(Settings.of(command).project(command));
    var began = began();
    var selected = selected();
    if (selected.isEmpty()) {
      out.println("nothing is to be run again: " + rerun + " names no scenario");
      return 0;
    }
    if (!dryRun && !(cluster.choice() instanceof ClusterChoice.Existing)) {
      Clusters.warm(environment);
    }
    var home = Path.of(environment.getOrDefault("PODPROOF_HOME", ""));
    var clusterSettings =
        new ClusterSettings(
            cluster.choice(),
            home,
            cache(environment),
            environment,
            cluster.images(),
            cluster.mirrors(),
            cluster.withRuntime());
    try (var shown = screen.open(terminal.get(), out, environment)) {
      var console = new ConsoleReport(shown, quiet, BuildLog.of(environment, Clock.systemUTC()));
      return new Run(settings(selected), surroundings, clusterSettings, console, began).execute();
    }
  }

  private List<String> selected() {
    if (rerun != null) {
      // Features that only stand in podproof.yaml do not narrow a list.
      var parsed = Objects.requireNonNull(spec).commandLine().getParseResult();
      return Rerun.features(rerun, parsed.matchedPositionals().isEmpty() ? List.of() : features);
    }
    if (features.isEmpty()) {
      throw new UsageProblem(
          "no feature is named, and there is no folder features\n  name a feature file, a folder with features, or FILE:LINE; or --rerun FILE; podproof init makes a first project");
    }
    return features;
  }

  private RunSettings settings(List<String> selected) {
    if (budget <= 0) {
      throw new IllegalArgumentException(
          "--budget is " + budget + "; expected a number of seconds above zero, such as 60");
    }
    if (repetitions <= 0) {
      throw new IllegalArgumentException(
          "--repeat-count is "
              + repetitions
              + "; expected how often each scenario is run, such as 10");
    }
    var patience = patient ? Duration.ofSeconds(Long.MAX_VALUE) : Waits.DEFAULTS.patience();
    return new RunSettings(
        selected,
        new Selection(tags, name, dryRun, failFast, repetitions),
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

  // The launcher tells when it was started, so that its own time counts as well.
  private Instant began() {
    return Optional.ofNullable(environment.get("PODPROOF_STARTED_MILLIS"))
        .filter(millis -> millis.matches("\\d+"))
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
        .orElseGet(Instant::now);
  }

  /** The folder that keeps what outlives a run. */
  static Path cache(Map<String, String> environment) {
    var cache = environment.get("PODPROOF_CACHE");
    if (cache != null) {
      return Path.of(cache);
    }
    var home = environment.getOrDefault("HOME", ".");
    return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache"))
        .resolve("podproof");
  }
}
