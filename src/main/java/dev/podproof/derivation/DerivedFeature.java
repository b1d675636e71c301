package dev.podproof.derivation;

import java.util.List;

/**
 * What one workload implies, as a feature.
 *
 * @param workload such as Pod web
 * @param fileName such as web.feature
 * @param alone whether its scenarios run one after the other, since what they share is the
 *     cluster's
 * @param assumed what was taken for granted throughout, a sentence each; may be empty
 * @param background steps before each scenario, each with its keyword; may be empty
 */
public record DerivedFeature(
    String workload,
    String fileName,
    boolean alone,
    List<String> assumed,
    List<String> background,
    List<DerivedScenario> scenarios) {
  public DerivedFeature {
    assumed = List.copyOf(assumed);
    background = List.copyOf(background);
    scenarios = List.copyOf(scenarios);
  }

  /** The text, as Gherkin; the same for the same workload. */
  public String text() {
    var out = new StringBuilder(alone ? "@isolated\n" : "");
    out.append("Feature: What the manifest of ").append(workload).append(" implies\n");
    if (!background.isEmpty()) {
      out.append('\n');
      assumed.forEach(line -> out.append("  # ").append(line).append('\n'));
      out.append("  Background:\n");
      background.forEach(step -> out.append("    ").append(step).append('\n'));
    }
    for (var scenario : scenarios) {
      out.append('\n');
      scenario.assumed().forEach(line -> out.append("  # ").append(line).append('\n'));
      out.append("  Scenario: ").append(scenario.name()).append('\n');
      scenario.steps().forEach(step -> out.append("    ").append(step).append('\n'));
    }
    return out.toString();
  }
}
