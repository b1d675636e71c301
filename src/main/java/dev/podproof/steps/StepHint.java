package dev.podproof.steps;

import dev.podproof.manifest.NearMatches;
import java.util.List;
import java.util.regex.Pattern;

/** What may have been meant by a sentence that is no step. Pure. */
public final class StepHint {
  private static final Pattern WITHOUT_UNIT =
      Pattern.compile(
          ".*\\b(?:within|for|at least|at most|period of) (\\d+(?:\\.\\d+)?)(?: (?!times?\\b|lines?\\b|of the pods\\b).*)?");
  private static final Pattern WITHOUT_END =
      Pattern.compile("(?!.*\\b(?:for|until|between|since)\\b).*\\b(?:never|stays)\\b.*");
  private static final Pattern KEYWORD = Pattern.compile("^(?:Given|When|Then|And|But|\\*) ");
  private static final int MOST = 2;

  private StepHint() {}

  /** A clause to add to a message, such as "; near it: ...". */
  public static String of(String sentence) {
    var unit = WITHOUT_UNIT.matcher(sentence);
    if (unit.matches()) {
      return "; a duration has a unit, such as " + unit.group(1) + "s or 500ms";
    }
    if (WITHOUT_END.matcher(sentence).matches()) {
      return "; never and stays have an end: ... for 5s, ... until container \"app\" starts, or \"has never\" for the time up to now";
    }
    var near = NearMatches.of(sentence, examples());
    return near.isEmpty()
        ? "; podproof steps lists what can be said"
        : "; near it: " + String.join(" | ", near.subList(0, Math.min(MOST, near.size())));
  }

  private static List<String> examples() {
    return StepCatalogue.read().themes().stream()
        .flatMap(theme -> theme.examples().stream())
        .map(example -> KEYWORD.matcher(example.lines().findFirst().orElse("")).replaceFirst(""))
        .toList();
  }
}
