package dev.podproof.run;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Steps that would have caught a mutant. Pure. */
final class Suggestions {
  private static final Pattern KEYWORD = Pattern.compile("^(?:Given|When|Then) ");
  private static final Pattern POD = Pattern.compile(" of (?:the pod|pod \"[^\"]*\")");
  private static final Pattern ROLE = Pattern.compile("\\b(?:init container|sidecar) (?=\")");

  private Suggestions() {}

  /**
   * Those that nobody has said yet; whether a container is called by its role, and whether its pod
   * is named, makes no difference.
   *
   * @param steps with their keywords
   * @param said texts without them
   */
  static List<String> missing(List<String> steps, List<String> said) {
    var known = said.stream().map(Suggestions::core).collect(Collectors.toSet());
    return steps.stream()
        .filter(step -> !known.contains(core(KEYWORD.matcher(step).replaceFirst(""))))
        .toList();
  }

  private static String core(String text) {
    return ROLE.matcher(POD.matcher(text).replaceAll("")).replaceAll("container ");
  }
}
