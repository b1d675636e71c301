package dev.podproof.baseline;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How scenarios usually go. Immutable.
 *
 * @param kubernetes the versions on which they ran
 * @param scenarios by name, in order
 */
public record Baseline(Set<String> kubernetes, Map<Name, Pattern> scenarios) {
  public Baseline {
    kubernetes = Collections.unmodifiableSet(new TreeSet<>(kubernetes));
    scenarios = Collections.unmodifiableMap(new TreeMap<>(scenarios));
  }

  /**
   * A scenario, whatever line it has moved to.
   *
   * @param number 1, or which one it is of those that are called alike in the file
   */
  public record Name(String feature, String scenario, int number) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      return inOrder().compareTo(other.inOrder());
    }

    private String inOrder() {
      return String.format("%s\n%s\n%06d", feature, scenario, number);
    }

    /** Such as features/web.feature: It waits (2). */
    public String inWords() {
      return feature + ": " + scenario + (number == 1 ? "" : " (" + number + ")");
    }
  }
}
