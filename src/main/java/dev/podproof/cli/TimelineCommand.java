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

/** podproof timeline: draws a recorded scenario. */
@Command(
    name = "timeline",
    description = "Draws the timeline of a scenario from its evidence, in 100 columns.",
    mixinStandardHelpOptions = true)
final class TimelineCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "BUNDLE",
      description = "The folder of one scenario: DIR/evidence/... of a run with --report-dir DIR.")
  private Path bundle = Path.of("");

  @Override
  public Integer call() {
    new Judge(bundle)
        .draw(new ConsoleReport(Objects.requireNonNull(spec).commandLine().getOut()::println));
    return 0;
  }
}
