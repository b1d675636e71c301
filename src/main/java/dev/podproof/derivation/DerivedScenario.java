package dev.podproof.derivation;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario that a manifest implies.
 *
 * @param assumed what was taken for granted, a sentence each
 * @param steps each with its keyword; the lines of a table or a text belong to the step before them
 */
public record DerivedScenario(String name, List<String> assumed, List<String> steps) {
  public DerivedScenario {
    assumed = List.copyOf(assumed);
    steps = List.copyOf(steps);
  }

  /** Steps as they are added: each paragraph begins with its keyword and goes on with And. */
  static final class Steps {
    private final List<String> lines = new ArrayList<>();
    private String last = "";

    Steps given(String step) {
      return add("Given", step);
    }

    Steps when(String step) {
      return add("When", step);
    }

    Steps then(String step) {
      return add("Then", step);
    }

    Steps row(String cell) {
      lines.add("  | " + cell + " |");
      return this;
    }

    List<String> lines() {
      return List.copyOf(lines);
    }

    private Steps add(String keyword, String step) {
      (keyword.equals(last) ? "And " + step : keyword + " " + step).lines().forEach(lines::add);
      last = keyword;
      return this;
    }
  }
}
