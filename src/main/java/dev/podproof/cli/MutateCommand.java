package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.mutation.operator.Operators;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Printable;
import dev.podproof.report.build.BuildLog;
import dev.podproof.run.Mutate;
import dev.podproof.run.MutationSettings;
import dev.podproof.run.UsageProblem;
import dev.podproof.settings.RunSettings;
import dev.podproof.settings.RunSettings.Files;
import dev.podproof.settings.RunSettings.Output;
import java.io.PrintWriter;
import java.time.Instant;
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

/** podproof mutate: whether features notice that a manifest was changed. */
@Command(
    name = "mutate",
    description =
        "Changes the manifests of features in one place each, and tells which changes the features do not notice.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 the score is high enough, 1 it is not or a feature is not green unchanged, 2 usage, 3 that hangs on what is undecided, 4 infrastructure."
    })
final class MutateCommand implements Callable<Integer> {
  private enum Format {
    TEXT,
    JSON
  }

  /** A mutant waits even more than a scenario does. */
  private static final int LANES_PER_PROCESSOR = 3;

  private final Map<String, String> environment;
  private final Supplier<Optional<Terminal>> terminal;

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FEATURE",
      arity = "0..*",
      description = "Feature files or folders; FILE:LINE for single scenarios.")
  private List<String> features = List.of();

  @Option(
      names = "--only",
      paramLabel = "OPERATOR,...",
      hideParamSyntax = true,
      split = "[,\n]",
      description = "Only changes of these kinds, separated by commas; may be repeated.")
  private List<String> only = List.of();

  @Option(names = "--operators", description = "List the kinds of change.")
  private boolean operators;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Only so many mutants, picked at random; default all.")
  private int sample = Integer.MAX_VALUE;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed picks the same sample; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default text.")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description = "The least score that is good enough; default ${DEFAULT-VALUE}.")
  private int failUnder = 0;

  @Option(
      names = "--again",
      description = "Run also the mutants whose outcome is known from an earlier run.")
  private boolean again;

  @Option(names = "--dry-run", description = "List the mutants; start nothing.")
  private boolean dryRun;

  @Mixin private SelectionOptions chosen = new SelectionOptions();

  @Mixin private WaitOptions waits = new WaitOptions(LANES_PER_PROCESSOR);

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private ScreenOptions screen = new ScreenOptions();

  MutateCommand(Map<String, String> environment, Supplier<Optional<Terminal>> terminal) {
    this.environment = environment;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec);
    var out = command.commandLine().getOut();
    if (operators) {
      Operators.ALL.forEach(one -> out.printf("%-24s %s%n", one.name(), one.does()));
      return 0;
    }
    if (features.isEmpty()) {
      throw new UsageProblem(
          "mutate needs a feature\n  name a feature file, a folder with features, or FILE:LINE");
    }
    require("--sample", sample >= 1, sample, "a number of mutants, such as 20");
    require(
        "--fail-under", failUnder >= 0 && failUnder <= 100, failUnder, "a percentage, such as 80");
    var surroundings = Surroundings.of(Settings.of(command).project(command));
    var mutate = new Mutate(settings(), mutation(), surroundings);
    if (dryRun) {
      show(out, mutate.listed());
      return 0;
    }
    var launch = new Launch(environment, terminal, cluster, screen);
    var choice = cluster.choice();
    launch.warm(choice);
    var clusterSettings = launch.clusterSettings(choice);
    try (var shown = screen.open(terminal.get(), out, environment)) {
      var console = new ConsoleReport(shown, format == Format.JSON, BuildLog.NONE);
      return mutate.execute(clusterSettings, console, Instant.now(), text -> show(out, text));
    }
  }

  private static void show(PrintWriter out, String text) {
    out.print(Printable.of(text));
    out.flush();
  }

  private static void require(String option, boolean met, int value, String expected) {
    if (!met) {
      throw new IllegalArgumentException(option + " is " + value + "; expected " + expected);
    }
  }

  private RunSettings settings() {
    return new RunSettings(
        features,
        chosen.selection(dryRun, false, 1),
        waits.parallel(),
        waits.waits(),
        new Output(Files.NONE, false, false, false));
  }

  private MutationSettings mutation() {
    return new MutationSettings(
        Mutate.operators(only),
        sample,
        seed,
        failUnder,
        format == Format.JSON,
        again,
        waits.isPatient());
  }
}
