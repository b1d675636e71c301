package dev.podproof.project;

import dev.podproof.lint.workload.Place;
import dev.podproof.manifest.NearMatches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keys that a podproof.yaml may have.
 *
 * @param settings those at its top, beside what is declared there
 * @param sections by name of a command, the keys below it
 */
public record KnownKeys(Set<String> settings, Map<String, Set<String>> sections) {
  private static final int MOST_PROBLEMS = 4;
  private static final String LINT = "lint";
  private static final String IGNORE = "ignore";
  private static final Set<String> OF_AN_IGNORE = Set.of("rule", "at", "reason");

  public KnownKeys {
    settings = Set.copyOf(settings);
    sections = Map.copyOf(sections);
  }

  /**
   * Looks whether the file has others.
   *
   * @throws IllegalArgumentException naming each with its place and what may have been meant
   */
  public void check(ProjectFile file) {
    var problems = new ArrayList<String>();
    file.root()
        .fields()
        .forEach(
            (key, value) -> {
              require("", key, value.place(), problems);
              if (sections.containsKey(key)) {
                if (value.present() && !value.isMapping()) {
                  problems.add(value.place() + ": below " + key + " expected NAME: VALUE");
                }
                value.fields().forEach((inner, one) -> require(key, inner, one.place(), problems));
              }
            });
    checkIgnores(file, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream()
              .limit(MOST_PROBLEMS)
              .collect(Collectors.joining("\n", "", "\n  podproof config lists what there is")));
    }
  }

  private static void checkIgnores(ProjectFile file, List<String> problems) {
    var ignores = file.at(LINT, IGNORE);
    if (ignores.present() && !ignores.isList()) {
      problems.add(ignores.place() + ": lint.ignore expected a list of rule, at and reason");
    }
    for (var ignore : ignores.items()) {
      ignore.fields().keySet().stream()
          .filter(key -> !OF_AN_IGNORE.contains(key))
          .forEach(key -> problems.add(unknown(ignore.place(), key, "lint.ignore", OF_AN_IGNORE)));
    }
  }

  private void require(String section, String key, Place place, List<String> problems) {
    var allowed = allowed(section);
    if (!allowed.contains(key)) {
      problems.add(unknown(place, key, section, allowed) + elsewhere(key));
    }
  }

  private Set<String> allowed(String section) {
    var allowed = new TreeSet<>(section.isEmpty() ? settings : sections.get(section));
    if (section.isEmpty()) {
      allowed.addAll(sections.keySet());
      allowed.addAll(Set.of(Surroundings.STAND_INS, Surroundings.DEPENDENCIES));
    } else if (section.equals(LINT)) {
      allowed.add(IGNORE);
    }
    return allowed;
  }

  private static String unknown(Place place, String key, String section, Set<String> allowed) {
    var near = NearMatches.of(key, allowed);
    return place
        + ": there is no setting "
        + (section.isEmpty() ? "" : section + ".")
        + key
        + (near.isEmpty() ? "" : "; near it: " + String.join(", ", near));
  }

  private String elsewhere(String key) {
    var holders =
        sections.entrySet().stream()
            .filter(section -> section.getValue().contains(key))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    return holders.isEmpty() ? "" : "; it belongs below " + String.join(" or ", holders);
  }
}
