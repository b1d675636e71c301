package dev.podproof.cli;

import dev.podproof.cli.setting.SettingProblem;
import dev.podproof.cli.setting.Settings;
import java.util.List;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, or with what stands for a part of it. */
final class MisuseHandler implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException problem, String[] args) {
    var command = problem.getCommandLine();
    var err = command.getErr();
    err.println("podproof: " + inWords(problem));
    var origins = origins(problem);
    origins.forEach(err::println);
    if (!(problem instanceof SettingProblem)
        && origins.isEmpty()
        && !UnmatchedArgumentException.printSuggestions(problem, err)) {
      err.println("  " + command.getCommandSpec().qualifiedName() + " --help lists what it takes");
    }
    return ProblemHandler.USAGE;
  }

  private static List<String> origins(ParameterException problem) {
    var arg = problem.getArgSpec();
    return arg == null || problem.getValue() == null
        ? List.of()
        : Settings.of(arg.command()).origins(arg, problem.getValue());
  }

  // Those of the parser, less the words of its language.
  private static String inWords(ParameterException problem) {
    return String.valueOf(problem.getMessage())
        .replaceFirst("' is not an? (?:int|long|double)$", "' is no whole number")
        .replaceFirst("' is not a boolean$", "' is neither true nor false")
        .replaceFirst(
            "(?s)^Value for option option ('.*') \\((.*)\\) should be in KEY=VALUE.* but was (.*)$",
            "Invalid value for option $1: expected $2 but was '$3'");
  }
}
