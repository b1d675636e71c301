package dev.podproof.steps;

import dev.podproof.expectation.Amount;
import dev.podproof.expectation.PodGroup;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How sentences name several pods: all, every, any and no pods, exactly, at least and at most so
 * many of them.
 */
final class PodGroups {
  private static final String WHICH = "(?: of [a-z]+ \"[^\"]+\"| labelled \"[^\"]+\")?";
  private static final String HOW_MANY =
      "(?:all(?: the)?|every|any|no|(?:exactly|at least|at most) \\d+ of the)";
  static final String PODS = HOW_MANY + " pods?" + WHICH;

  private static final Pattern GROUP =
      Pattern.compile("(?<=^| of | for )(" + HOW_MANY + ") pods?(" + WHICH + ")");

  private PodGroups() {}

  /** A sentence about several pods. */
  record Sentence(PodGroup group, String ofOne) {}

  /** What the sentence says of one of them; empty where it is not about several. */
  static Optional<Sentence> in(String text) {
    return GROUP
        .matcher(text)
        .results()
        // What stands in quotes is no word of the sentence.
        .filter(
            match ->
                text.substring(0, match.start()).chars().filter(c -> c == '"').count() % 2 == 0)
        .findFirst()
        .map(
            match -> {
              var one = "the pod" + match.group(2);
              return new Sentence(
                  new PodGroup(Subjects.pod(one), amount(match.group(1))),
                  text.substring(0, match.start()) + one + singular(text.substring(match.end())));
            });
  }

  private static Optional<Amount> amount(String words) {
    if (words.equals("any")) {
      return Optional.of(new Amount(Amount.Kind.AT_LEAST, 1));
    }
    if (words.equals("no")) {
      return Optional.of(new Amount(Amount.Kind.EXACTLY, 0));
    }
    return Arrays.stream(Amount.Kind.values())
        .filter(kind -> words.startsWith(kind.inWords()))
        .map(kind -> new Amount(kind, new Words(words).number()))
        .findFirst();
  }

  /** Verbs of pods, as they are said of one or of several. */
  static String plural(String form) {
    return form.replaceFirst("^is ", "(?:is|are) ")
        .replaceFirst("^stays ", "stays? ")
        .replaceFirst("^has never ", "(?:has|have) never ")
        .replaceFirst(
            "^\\(\\?:never \\(\\?:becomes\\|is\\)\\|is never\\) ",
            "(?:never (?:becomes?|is|are)|(?:is|are) never) ")
        .replaceFirst("^\\(\\?:never is\\|is never\\) ", "(?:never (?:is|are)|(?:is|are) never) ")
        .replaceFirst("^exists", "exists?")
        .replaceFirst("^never exists", "never exists?");
  }

  private static String singular(String rest) {
    return rest.replaceFirst("^( never)? are ", "$1 is ")
        .replaceFirst("^ stay ", " stays ")
        .replaceFirst("^ have ", " has ")
        .replaceFirst("^ never become ", " never becomes ")
        .replaceFirst("^( never)? exist(?= |$)", "$1 exists");
  }
}
