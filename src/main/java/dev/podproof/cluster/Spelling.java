package dev.podproof.cluster;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Puts the names first that somebody may have meant. */
final class Spelling {
  private Spelling() {}

  /** All names, the one most like {@code written} first; equal ones by the alphabet. */
  static List<String> nearestFirst(String written, Collection<String> names) {
    return names.stream()
        .sorted(
            Comparator.<String>comparingInt(name -> edits(written, name))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** How many letters must be put in, taken out or changed (Levenshtein). */
  private static int edits(String from, String to) {
    var row = new int[to.length() + 1];
    for (var column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (var line = 1; line <= from.length(); line++) {
      var diagonal = row[0];
      row[0] = line;
      for (var column = 1; column <= to.length(); column++) {
        var change = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(change, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
