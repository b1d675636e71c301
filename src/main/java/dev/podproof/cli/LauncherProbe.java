package dev.podproof.cli;

import dev.podproof.settings.ClusterChoice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Tells the launcher what a command line needs of this machine, with all settings. */
public final class LauncherProbe {
  private static final String NOTHING = "nothing";

  private LauncherProbe() {}

  /** Prints the answer in a line. */
  public static void main(String[] args) {
    System.out.println(answer(args, System.getenv(), Path.of("")));
    System.exit(0);
  }

  /**
   * One of: nothing; auto; k3s; node VERSION. What cannot be parsed needs nothing, for the command
   * itself will refuse it.
   */
  static String answer(String[] args, Map<String, String> environment, Path folder) {
    try {
      var line = Podproof.commandLine(new CommandFactory(environment, Optional::empty, folder));
      line.parseArgs(args);
      var command = Podproof.innermost(line.getParseResult());
      return command.commandLine().isUsageHelpRequested() || isDry(command)
          ? NOTHING
          : cluster(command).map(LauncherProbe::inWords).orElse(NOTHING);
    } catch (CommandLine.ParameterException | IllegalArgumentException e) {
      return NOTHING;
    }
  }

  private static boolean isDry(CommandSpec command) {
    var option = command.findOption("--dry-run");
    return option != null && Boolean.TRUE.equals(option.getValue());
  }

  private static Optional<ClusterChoice> cluster(CommandSpec command) {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .filter(ClusterOptions.class::isInstance)
        .map(options -> ((ClusterOptions) options).choices().get(0))
        .findFirst();
  }

  private static String inWords(ClusterChoice choice) {
    if (choice instanceof ClusterChoice.Auto) {
      return "auto";
    }
    if (choice instanceof ClusterChoice.FreshNode node) {
      return "node " + node.kubernetesVersion();
    }
    return choice instanceof ClusterChoice.FreshK3s ? "k3s" : NOTHING;
  }
}
