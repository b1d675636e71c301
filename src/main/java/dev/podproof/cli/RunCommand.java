package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.project.Surroundings;
import dev.podproof.run.Rerun;
import dev.podproof.run.UsageProblem;
import dev.podproof.settings.RunSettings.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  @Mixin private SelectionOptions chosen = new SelectionOptions();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private FileOptions files = new FileOptions();

  @Mixin private ScreenOptions screen = new ScreenOptions();

  @Mixin private RunOptions options = new RunOptions();

  RunCommand(Map<String, String> environment, Supplier<Optional<Terminal>> terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec);
    var out = command.commandLine().getOut();
    var surroundings = Surroundings.of(Settings.of(command).project(command));
    var selected = selected();
    if (selected.isEmpty()) {
      out.println("nothing is to be run again: " + rerun + " names no scenario");
      return 0;
    }
    return new Launch(environment, terminal, cluster, screen)
        .run(
            out,
            options.isQuiet(),
            options.settings(selected, selection(), files),
            surroundings,
            cluster.choice(),
            result -> {});
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

  private Selection selection() {
    if (repetitions <= 0) {
      throw new IllegalArgumentException(
          "--repeat-count is "
              + repetitions
              + "; expected how often each scenario is run, such as 10");
    }
    return chosen.selection(dryRun, failFast, repetitions);
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
