package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.cluster.ClusterProblem;
import dev.podproof.run.UsageProblem;
import io.fabric8.kubernetes.client.KubernetesClientException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Turns problems into messages and exit codes; a stack trace only where it was asked for. */
final class ProblemHandler implements IExecutionExceptionHandler {
  static final int USAGE = 2;
  static final int INFRASTRUCTURE = 4;

  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
    // The command that failed, not the one above it, was given the option.
    var verbose = isVerbose(command.getCommandSpec());
    var err = command.getErr();
    if (problem instanceof UsageProblem || problem instanceof IllegalArgumentException) {
      tell(problem, command);
      trace(problem, verbose, command);
      return USAGE;
    }
    if (problem instanceof ClusterProblem || problem instanceof KubernetesClientException) {
      tell(problem, command);
    } else {
      err.println(
          "podproof: unexpected: "
              + problem
              + "\n  run again with --verbose to see where, and report it");
    }
    trace(problem, verbose, command);
    return INFRASTRUCTURE;
  }

  /** Whether causes are to be shown with their stack traces. */
  static boolean isVerbose(CommandSpec command) {
    var option = command.findOption("--verbose");
    return option != null && Boolean.TRUE.equals(option.getValue());
  }

  private static void tell(Exception problem, CommandLine command) {
    var message = String.valueOf(problem.getMessage());
    command.getErr().println("podproof: " + message);
    Settings.of(command.getCommandSpec())
        .origins(command.getCommandSpec(), message)
        .forEach(command.getErr()::println);
  }

  private static void trace(Exception problem, boolean verbose, CommandLine command) {
    if (verbose) {
      problem.printStackTrace(command.getErr());
    }
  }
}
