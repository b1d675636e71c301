package dev.podproof.steps;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Values in a sentence that its form lets pass and that mean nothing. Pure. */
public final class StepValues {
  private static final int LAST_PORT = 65_535;

  private static final List<Look> LOOKS =
      List.of(
          new Look("(?:matching|matches) \"([^\"]*)\"", false, StepValues::pattern),
          new Look("for the (0+th) time", true, StepValues::zeroth),
          new Look("the (0+th) run of", true, StepValues::zeroth),
          new Look("on port (\\d+)", true, StepValues::port));

  private StepValues() {}

  /** What is wrong with a sentence; empty where nothing is. */
  public static Optional<String> problem(String sentence) {
    return LOOKS.stream().flatMap(look -> look.at(StepArgument.settled(sentence))).findFirst();
  }

  private record Look(
      String regex, boolean outsideQuotes, Function<String, Optional<String>> problem) {
    Stream<String> at(String sentence) {
      var text = outsideQuotes ? new Words(sentence).unquoted() : sentence;
      return Pattern.compile(regex)
          .matcher(text)
          .results()
          .map(match -> match.group(1))
          .flatMap(value -> problem.apply(value).stream());
    }
  }

  private static Optional<String> pattern(String regex) {
    try {
      Pattern.compile(regex);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(
          "\""
              + regex
              + "\" is no regular expression: "
              + e.getDescription()
              + (e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1))
              + "\n  a character that has a meaning there is written with a backslash before it, such as \\(");
    }
  }

  private static Optional<String> zeroth(String nth) {
    return Optional.of("there is no " + nth + " time; the first is the 1st");
  }

  private static Optional<String> port(String digits) {
    return digits.length() < 6
            && Integer.parseInt(digits) >= 1
            && Integer.parseInt(digits) <= LAST_PORT
        ? Optional.empty()
        : Optional.of("there is no port " + digits + "; ports are 1 to " + LAST_PORT);
  }
}
