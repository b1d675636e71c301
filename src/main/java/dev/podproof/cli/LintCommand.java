package dev.podproof.cli;

import dev.podproof.cli.setting.Settings;
import dev.podproof.lint.Lint;
import dev.podproof.lint.LintFormat;
import dev.podproof.lint.RulesTable;
import dev.podproof.lint.rule.Severity;
import dev.podproof.report.Printable;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** podproof lint: what manifests will do, and what will go wrong, without a cluster. */
@Command(
    name = "lint",
    description =
        "Predicts what the pods of manifests do, and finds what will go wrong; starts nothing.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit codes: 0 nothing found, 1 findings, 2 usage."})
final class LintCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "MANIFEST",
      arity = "0..*",
      description =
          "Files, folders, or - for standard input (helm template CHART | podproof lint -).")
  private List<String> manifests = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, sarif or github; default text.")
  private LintFormat format = LintFormat.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description =
          "The least severity that makes the exit code 1: info, warning or error; default warning.")
  private Severity failOn = Severity.WARNING;

  @Option(names = "--rules", description = "List the rules, in Markdown.")
  private boolean rules;

  @Override
  public Integer call() {
    var command = Objects.requireNonNull(spec);
    var out = command.commandLine().getOut();
    if (rules) {
      out.print(RulesTable.markdown());
      out.flush();
      return 0;
    }
    if (manifests.isEmpty()) {
      throw new IllegalArgumentException(
          "lint needs a manifest\n  name files, folders, or - for standard input");
    }
    var result = Lint.of(manifests, System.in, Settings.of(command).project(command).root());
    var text = format.of(result);
    out.print(format.isShown() ? Printable.of(text) : text);
    out.flush();
    return result.findings().stream().anyMatch(found -> found.severity().compareTo(failOn) >= 0)
        ? 1
        : 0;
  }
}
