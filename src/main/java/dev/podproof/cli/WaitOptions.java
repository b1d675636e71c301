package dev.podproof.cli;

import dev.podproof.settings.RunSettings.Waits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How long every command that runs scenarios waits, and for how many of them at a time. */
final class WaitOptions {
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
          "How many run side by side; default for each processor two scenarios, or three mutants. A scenario tagged @isolated runs alone.")
  private int parallel;

  @Option(
      names = "--patient",
      description =
          "Wait out the budget even where a pod is stuck for a reason that only somebody else could mend, and where a step of a mutant takes several times as long as unchanged.")
  private boolean patient;

  @SuppressWarnings("UnusedVariable") // ProblemHandler asks the parsed command line for it
  @Option(
      names = "--verbose",
      description = "Show causes with their stack traces, and what libraries log.")
  private boolean verbose;

  /** With so many at a time for each processor, unless something else is asked for. */
  WaitOptions(int lanesPerProcessor) {
    this.parallel = lanesPerProcessor * Runtime.getRuntime().availableProcessors();
  }

  Waits waits() {
    if (budget < 1) {
      throw new IllegalArgumentException(
          "--budget is " + budget + "; expected a number of seconds above zero, such as 60");
    }
    return new Waits(
        Duration.ofSeconds(budget),
        patient ? Duration.ofSeconds(Long.MAX_VALUE) : Waits.DEFAULTS.patience(),
        Waits.DEFAULTS.reportingDelay());
  }

  boolean isPatient() {
    return patient;
  }

  int parallel() {
    if (parallel < 1) {
      throw new IllegalArgumentException(
          "--parallel is " + parallel + "; expected how many run side by side, such as 4");
    }
    return parallel;
  }
}
