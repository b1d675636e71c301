package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.YamlValue;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.function.TriFunction;

/**
 * Changes what a pattern finds in a container's command or arguments.
 *
 * @param words what it does to one match, such as: removes "trap ..."
 * @param with what stands in its place
 * @param wouldCatch steps that would notice
 */
record ScriptChange(
    String name,
    String does,
    boolean slows,
    Pattern pattern,
    Function<MatchResult, String> words,
    Function<MatchResult, String> with,
    TriFunction<Subject, PodContainer, MatchResult, List<String>> wouldCatch)
    implements Operator {
  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .flatMap(
            container ->
                Stream.of("command", "args")
                    .flatMap(field -> container.value().at(field).items().stream())
                    .flatMap(word -> of(subject, container, word)));
  }

  private Stream<Mutation> of(Subject subject, PodContainer container, YamlValue word) {
    return pattern
        .matcher(word.text())
        .results()
        .map(
            match ->
                new Mutation(
                    word,
                    words.apply(match) + " in the command of " + container.inWords(),
                    subject.edits().reworded(word, match.start(1), match.end(1), with.apply(match)),
                    wouldCatch.apply(subject, container, match),
                    ""));
  }
}
