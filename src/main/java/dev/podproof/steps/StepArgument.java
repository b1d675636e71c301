package dev.podproof.steps;

import dev.podproof.manifest.ManifestProblem;
import dev.podproof.manifest.PartialObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands below a step, a table or a text, read without a cluster. Pure. */
public final class StepArgument {
  /** What a scenario remembered is not known yet, and may be anything. */
  private static final String REMEMBERED = "\\$\\{[^}]*}";

  private StepArgument() {}

  /** A text in which what will be remembered stands as a plain word. */
  public static String settled(String text) {
    return text.replaceAll(REMEMBERED, "remembered");
  }

  /** What is wrong where nothing stands below a step; empty where nothing has to. */
  public static Optional<String> missing(String pattern) {
    return pattern.endsWith(":")
        ? Optional.of("nothing stands below the step" + expected(pattern))
        : Optional.empty();
  }

  private static String expected(String pattern) {
    return pattern.endsWith(":")
        ? "; expected a "
            + (takesTable(pattern) ? "table" : "text between two lines of \"\"\"")
            + ", as the examples of podproof steps have it"
        : "; the step takes nothing there";
  }

  private static boolean takesTable(String pattern) {
    return pattern.startsWith("the containers ") || pattern.endsWith("it happens in this order:");
  }

  /**
   * What is wrong with a table; empty where it will be understood.
   *
   * @param pattern of the step's definition
   */
  public static Optional<String> problem(String pattern, List<List<String>> table) {
    if (!takesTable(pattern)) {
      return Optional.of("a table stands below the step" + expected(pattern));
    }
    try {
      if (pattern.startsWith("the containers ")) {
        ContainerTable.rows(table);
      } else if (pattern.endsWith("it happens in this order:")) {
        table.forEach(row -> row.forEach(PhraseTypes::requireMoment));
        return table.stream()
            .flatMap(List::stream)
            .flatMap(cell -> StepValues.problem(cell).stream())
            .findFirst();
      }
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * What is wrong with a text; empty where it will be understood.
   *
   * @param pattern of the step's definition
   */
  public static Optional<String> problem(String pattern, String text) {
    if (!pattern.endsWith(":") || takesTable(pattern)) {
      return Optional.of("a text stands below the step" + expected(pattern));
    }
    if (text.isBlank()) {
      return Optional.of("the text below the step is empty");
    }
    if (pattern.startsWith("I run in ") || pattern.contains("apply")) {
      return Optional.empty();
    }
    try {
      var part = PartialObject.parse(settled(text));
      return pattern.endsWith("matches:") ? valueless("", part) : Optional.empty();
    } catch (ManifestProblem e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> valueless(String at, @Nullable Object value) {
    if (value == null) {
      return Optional.of(
          "the text below the step gives no value to "
              + at
              + "\n  give it one, or say of its field that it is absent");
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(
              one ->
                  valueless((at.isEmpty() ? "" : at + ".") + one.getKey(), one.getValue()).stream())
          .findFirst();
    }
    return value instanceof List<?> list
        ? list.stream()
            .flatMap(one -> valueless(at + "[" + list.indexOf(one) + "]", one).stream())
            .findFirst()
        : Optional.empty();
  }
}
