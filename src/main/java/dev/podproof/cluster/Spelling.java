package dev.podproof.cluster;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Puts the names first that somebody may have meant. */
final class Spelling {
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private Spelling() {}

  /** All names, the one most like {@code written} first; equal ones by the alphabet. */
  static List<String> nearestFirst(String written, Collection<String> names) {
    return names.stream()
        .sorted(
            Comparator.<String>comparingInt(name -> EDITS.apply(written, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
