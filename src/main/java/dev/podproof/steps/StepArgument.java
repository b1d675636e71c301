package dev.podproof.steps;

import dev.podproof.manifest.ManifestProblem;
import dev.podproof.manifest.PartialObject;
import java.util.List;
import java.util.Optional;

/** What stands below a step, a table or a text, read without a cluster. Pure. */
public final class StepArgument {
  /** What a scenario remembered is not known yet, and may be anything. */
  private static final String REMEMBERED = "\\$\\{[^}]*}";

  private StepArgument() {}

  /** A text in which what will be remembered stands as a plain word. */
  public static String settled(String text) {
    return text.replaceAll(REMEMBERED, "remembered");
  }

  /**
   * What is wrong with a table; empty where it will be understood.
   *
   * @param pattern of the step's definition
   */
  public static Optional<String> problem(String pattern, List<List<String>> table) {
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
    if (text.isBlank()) {
      return Optional.of("the text below the step is empty");
    }
    if (pattern.startsWith("I run in ") || pattern.contains("apply")) {
      return Optional.empty();
    }
    try {
      PartialObject.parse(settled(text));
      return Optional.empty();
    } catch (ManifestProblem e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
