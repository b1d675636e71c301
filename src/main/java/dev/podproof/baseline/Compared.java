package dev.podproof.baseline;

import java.util.List;

/**
 * What came of the comparison of a scenario.
 *
 * @param differences none where it went as it usually does
 */
public record Compared(Baseline.Name scenario, List<Difference> differences) {
  public Compared {
    differences = List.copyOf(differences);
  }
}
