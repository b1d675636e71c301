package dev.podproof.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.podproof.baseline.Difference;
import dev.podproof.report.ComparisonReport;
import dev.podproof.report.Printable;
import dev.podproof.run.Baselines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** podproof baseline: how scenarios usually go, and what is different. */
@Command(
    name = "baseline",
    description = "Keeps how scenarios usually go, and tells what is different another time.",
    mixinStandardHelpOptions = true,
    subcommands = {BaselineCommand.Save.class, BaselineCommand.Compare.class})
final class BaselineCommand implements Runnable {
  private static final String REPORTS =
      "Folders of runs with --report-dir DIR --evidence all, one for each run.";

  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        Objects.requireNonNull(spec).commandLine(), "baseline needs a command: save or compare");
  }

  /** podproof baseline save. */
  @Command(
      name = "save",
      description = "Saves how the scenarios of one or more runs went; several tell what is noise.",
      mixinStandardHelpOptions = true)
  static final class Save implements Callable<Integer> {
    @Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "REPORT_DIR", arity = "1..*", description = REPORTS)
    private List<Path> reports = List.of();

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "Where to; the standard output where it is left out.")
    private @Nullable Path output;

    @Override
    public Integer call() {
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      var text = Baselines.save(reports);
      if (output == null) {
        out.print(text);
      } else {
        write(output, text);
      }
      out.flush();
      return 0;
    }

    private static void write(Path file, String text) {
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "the baseline cannot be written to "
                + file
                + ": "
                + e.getMessage()
                + "\n  name a file that can be with --output",
            e);
      }
    }
  }

  /** podproof baseline compare. */
  @Command(
      name = "compare",
      description = "Tells what is different from a baseline, beyond noise.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Exit codes: 0 nothing, 1 differences, 2 usage, 3 none, but the evidence does not tell all."
      })
  static final class Compare implements Callable<Integer> {
    private static final int DIFFERENT = 1;
    private static final int UNDECIDED = 3;
    private static final Set<Difference.Kind> NOT_KNOWN =
        EnumSet.of(Difference.Kind.UNDECIDED, Difference.Kind.BUSY);
    private static final ObjectMapper JSON =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BASELINE", description = "What save has written.")
    private Path baseline = Path.of("");

    @Parameters(index = "1..*", paramLabel = "REPORT_DIR", arity = "1..*", description = REPORTS)
    private List<Path> reports = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json; default text.")
    private Format format = Format.TEXT;

    private enum Format {
      TEXT,
      JSON
    }

    @Override
    public Integer call() throws JsonProcessingException {
      var out = Objects.requireNonNull(spec).commandLine().getOut();
      var told = Baselines.compare(baseline, reports);
      var compared = told.scenarios();
      out.print(
          format == Format.JSON
              ? JSON.writeValueAsString(compared) + "\n"
              : Printable.of(ComparisonReport.text(compared, told.lateness())));
      out.flush();
      var kinds =
          compared.stream()
              .flatMap(one -> one.differences().stream())
              .map(Difference::kind)
              .toList();
      if (!NOT_KNOWN.containsAll(kinds)) {
        return DIFFERENT;
      }
      return kinds.isEmpty() ? 0 : UNDECIDED;
    }
  }
}
