package dev.podproof.steps;

import dev.podproof.dependency.DependencyState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The states of a dependency, as sentences say them. */
final class DependencyWords {
  private static final String ANSWERS =
      "answers with status [1-5]\\d\\d(?: and body "
          + Words.QUOTED
          + ")?(?: after "
          + ParameterTypes.DURATION
          + ")?";

  static final String STATE =
      "is absent|has no endpoints|refuses connections|drops packets"
          + "|accepts connections(?: and never answers)?|"
          + ANSWERS;

  private static final Pattern AFTER = Pattern.compile(" after (" + ParameterTypes.DURATION + ")$");

  private DependencyWords() {}

  static DependencyState state(String text) {
    return Arrays.stream(DependencyState.Plain.values())
        .filter(state -> state.inWords().equals(text))
        .<DependencyState>map(state -> state)
        .findFirst()
        .orElseGet(() -> answering(new Words(text)));
  }

  private static DependencyState answering(Words words) {
    var after = AFTER.matcher(words.text());
    return new DependencyState.Answering(
        words.number(),
        words.after("body").orElse(""),
        Optional.of(after)
            .filter(one -> one.find())
            .map(one -> ParameterTypes.span(one.group(1)))
            .orElse(Duration.ZERO));
  }
}
