package dev.podproof.steps;

import dev.podproof.dependency.DependencyState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The states of a dependency, as sentences say them. */
public final class DependencyWords {
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

  /**
   * The state in these words.
   *
   * @throws IllegalArgumentException naming what can be said if there is none
   */
  public static DependencyState parse(String words) {
    if (!words.matches(STATE)) {
      throw new IllegalArgumentException(
          "no dependency \""
              + words
              + "\"; one "
              + Arrays.stream(DependencyState.Plain.values())
                  .map(DependencyState::inWords)
                  .collect(Collectors.joining(", or "))
              + ", or answers with status 503 and body \"later\" after 2s");
    }
    return state(words);
  }

  /** A regular expression that each of them matches, and nothing else. */
  public static String pattern() {
    return "^(?:" + STATE + ")$";
  }

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
