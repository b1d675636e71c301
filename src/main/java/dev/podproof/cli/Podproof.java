package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
    name = "podproof",
    description = "Proves what pods do: runs Gherkin scenarios about pods on a real cluster.",
    mixinStandardHelpOptions = true,
    versionProvider = Podproof.Version.class,
    footer = {
      "",
      "Exit codes: 0 all satisfied, 1 a pod misbehaved, 2 usage, 3 undecided, 4 infrastructure."
    },
    subcommands = {
      RunCommand.class,
      PodCommands.ExplainPod.class,
      PodCommands.Watch.class,
      JudgeCommand.class,
      TimelineCommand.class,
      BaselineCommand.class,
      LintCommand.class,
      CheckCommand.class,
      ScaffoldCommand.class,
      MutateCommand.class,
      StepsCommand.class,
      InitCommand.class,
      ConfigCommand.class,
      CompletionCommand.class
    })
public final class Podproof implements Runnable {
  @picocli.CommandLine.Spec
  private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /** Runs a command and ends with its exit code. */
  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    // Threads of libraries have nothing to tell a user; what fails in ours ends the run by itself.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) ->
            LoggerFactory.getLogger(Podproof.class)
                .debug("thread {} failed", thread.getName(), problem));
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var environment = System.getenv();
    var code =
        commandLine(new CommandFactory(environment, ScreenOptions::terminal, Path.of("")))
            .setOut(out)
            .setErr(err)
            .setExecutionStrategy(parsed -> logged(parsed, environment))
            .execute(args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs a command without a terminal; returns its exit code. */
  public static int run(
      String[] args, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    return run(args, out, err, environment, Path.of(""));
  }

  /** The same in another working directory, as far as podproof.yaml is looked for from there. */
  static int run(
      String[] args,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      Path folder) {
    return commandLine(new CommandFactory(environment, Optional::empty, folder))
        .setOut(out)
        .setErr(err)
        .execute(args);
  }

  /** The command line, with which nothing was parsed. */
  static CommandLine commandLine(CommandFactory factory) {
    var line = new CommandLine(new Podproof(), factory);
    // What it does not know are options of the command that it is asked about.
    Objects.requireNonNull(line.getSubcommands().get("config"))
        .setUnmatchedOptionsArePositionalParams(true);
    return line.setParameterExceptionHandler(new MisuseHandler())
        .setExecutionExceptionHandler(new ProblemHandler())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setDefaultValueProvider(new Settings(factory.environment(), factory.folder()));
  }

  // Before the first logger is made, which reads logback.xml: the screen belongs to the run.
  private static int logged(ParseResult parsed, Map<String, String> environment) {
    if (!ProblemHandler.isVerbose(innermost(parsed))) {
      System.setProperty("podproof.log", "file");
      System.setProperty(
          "podproof.log.file", RunCommand.cache(environment).resolve("podproof.log").toString());
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** The command that was named last, such as run. */
  static CommandSpec innermost(ParseResult parsed) {
    return parsed.hasSubcommand() ? innermost(parsed.subcommand()) : parsed.commandSpec();
  }

  @Override
  public void run() {
    java.util.Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Podproof.class.getPackage().getImplementationVersion();
      return new String[] {"podproof " + (version == null ? "(not packaged)" : version)};
    }
  }
}
