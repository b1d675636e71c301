package dev.podproof.cli;

import dev.podproof.report.StepList;
import dev.podproof.run.Vocabulary;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** podproof steps: what a scenario can say. */
@Command(
    name = "steps",
    description = "Lists what a scenario can say, with an example of every phrase.",
    mixinStandardHelpOptions = true)
final class StepsCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(names = "--search", paramLabel = "WORD", description = "Only phrases with this word.")
  private String word = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, markdown or json; default text.")
  private StepList format = StepList.TEXT;

  @Override
  public Integer call() {
    var found = Vocabulary.examples(word);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no phrase has the word \"" + word + "\"\n  podproof steps lists them all");
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(format.of(found, Vocabulary.phrases().size()));
    out.flush();
    return 0;
  }
}
