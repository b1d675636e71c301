package dev.podproof.run;

import dev.podproof.steps.StepCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What scenarios can say. */
public final class Vocabulary {
  private Vocabulary() {}

  /** Examples by theme, in order; those with a word where it is not empty. */
  public static Map<String, List<String>> examples(String word) {
    var themes = new LinkedHashMap<String, List<String>>();
    var catalogue = StepCatalogue.read();
    (word.isEmpty() ? catalogue : catalogue.matching(word))
        .themes()
        .forEach(theme -> themes.put(theme.name(), theme.examples()));
    return themes;
  }
}
