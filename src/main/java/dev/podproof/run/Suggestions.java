package dev.podproof.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Steps that would have caught a mutant. Pure. */
final class Suggestions {
  private static final Pattern KEYWORD = Pattern.compile("^(?:Given|When|Then) ");
  private static final Pattern POD = Pattern.compile(" of (?:the pod|pod \"[^\"]*\")");
  private static final Pattern ROLE = Pattern.compile("\\b(?:init container|sidecar) (?=\")");

  private static final Pattern CONTAINER = Pattern.compile("^container \"[^\"]*\"");
  private static final String NEVER = " has never started";

  private Suggestions() {}

  /**
   * Those that nobody has said yet, and that are not about a container of which all that is said is
   * that it has never started; whether a container is called by its role, and whether its pod is
   * named, makes no difference.
   *
   * @param steps with their keywords
   * @param said texts without them
   */
  static List<String> missing(List<String> steps, List<String> said) {
    var known = said.stream().map(Suggestions::core).collect(Collectors.toSet());
    return steps.stream()
        .map(step -> Map.entry(step, core(KEYWORD.matcher(step).replaceFirst(""))))
        .filter(step -> !known.contains(step.getValue()))
        .filter(step -> !neverStarts(step.getValue(), known))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean neverStarts(String step, Set<String> known) {
    var container = CONTAINER.matcher(step);
    if (!container.find()) {
      return false;
    }
    var never = container.group() + NEVER;
    return known.contains(never)
        && known.stream().filter(text -> text.contains(container.group())).allMatch(never::equals);
  }

  private static String core(String text) {
    return ROLE.matcher(POD.matcher(text).replaceAll("")).replaceAll("container ");
  }
}
