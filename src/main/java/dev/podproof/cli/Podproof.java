package dev.podproof.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.UnmatchedArgumentException;

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
      LintCommand.class,
      StepsCommand.class
    })
public final class Podproof implements Runnable {
  @picocli.CommandLine.Spec
  private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  /** Runs a command and ends with its exit code. */
  public static void main(String[] args) {
    log(args, System.getenv());
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    // Threads of libraries have nothing to tell a user; what fails in ours ends the run by itself.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, problem) ->
            LoggerFactory.getLogger(Podproof.class)
                .debug("thread {} failed", thread.getName(), problem));
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var code = run(args, out, err, new CommandFactory(System.getenv(), ScreenOptions::terminal));
    out.flush();
    err.flush();
    System.exit(code);
  }

  // Before the first logger is made, which reads logback.xml: the screen belongs to the run.
  private static void log(String[] args, Map<String, String> environment) {
    if (!List.of(args).contains("--verbose")) {
      System.setProperty("podproof.log", "file");
      System.setProperty(
          "podproof.log.file", RunCommand.cache(environment).resolve("podproof.log").toString());
    }
  }

  /** Runs a command without a terminal; returns its exit code. */
  public static int run(
      String[] args, PrintWriter out, PrintWriter err, Map<String, String> environment) {
    return run(args, out, err, new CommandFactory(environment, Optional::empty));
  }

  private static int run(String[] args, PrintWriter out, PrintWriter err, CommandFactory factory) {
    return new CommandLine(new Podproof(), factory)
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Podproof::misused)
        .setExecutionExceptionHandler(new ProblemHandler())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  @Override
  public void run() {
    java.util.Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
  }

  private static int misused(CommandLine.ParameterException problem, String[] args) {
    var command = problem.getCommandLine();
    var err = command.getErr();
    err.println("podproof: " + problem.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("  podproof " + words(command) + "--help lists what it takes");
    }
    return ProblemHandler.USAGE;
  }

  private static String words(CommandLine command) {
    return command.getParent() == null ? "" : command.getCommandName() + " ";
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
