package dev.podproof.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Names that somebody may have meant. */
public final class NearMatches {
  private static final int MOST = 3;

  private NearMatches() {}

  /** The known names that differ least from the wanted one, the best first; at most three. */
  public static List<String> of(String wanted, Collection<String> known) {
    var limit = Math.max(2, wanted.length() / 2);
    return known.stream()
        .filter(name -> distance(wanted, name) <= limit)
        .sorted(
            Comparator.<String>comparingInt(name -> distance(wanted, name))
                .thenComparing(name -> name))
        .limit(MOST)
        .toList();
  }

  /** A phrase naming files like this one in its folder; empty where there are none. */
  public static String besides(Path file) {
    var folder = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
    if (!Files.isDirectory(folder)) {
      return " (nor a folder " + folder + ")";
    }
    try (var files = Files.list(folder)) {
      var names = files.map(f -> String.valueOf(f.getFileName())).toList();
      var near = of(String.valueOf(file.getFileName()), names);
      return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
    } catch (IOException e) {
      return "";
    }
  }

  // Levenshtein's distance, by the row.
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
