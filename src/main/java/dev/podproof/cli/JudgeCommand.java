package dev.podproof.cli;

import dev.podproof.report.ConsoleReport;
import dev.podproof.run.Judge;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** podproof judge: judges a recorded scenario again. */
@Command(
    name = "judge",
    description = "Judges a scenario again from its evidence, without a cluster.",
    mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BUNDLE",
      description = "The folder of one scenario: DIR/evidence/... of a run with --report-dir DIR.")
  private Path bundle = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FEATURE",
      description =
          "Judge the scenario of the same name in this file instead, or the one at FILE:LINE. What the run did not do is refused; a demand that the run did not make is judged as far as the recording goes.")
  private @Nullable String feature;

  @Override
  public Integer call() {
    var console = new ConsoleReport(Objects.requireNonNull(spec).commandLine().getOut()::println);
    var judge = new Judge(bundle);
    return feature == null ? judge.judge(console) : judge.judge(console, feature);
  }
}
