package dev.podproof.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names that somebody may have meant. */
public final class NearMatches {
  private static final int MOST = 3;
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private NearMatches() {}

  /** The known names that differ least from the wanted one, the best first; at most three. */
  public static List<String> of(String wanted, Collection<String> known) {
    var limit = Math.max(2, wanted.length() / 2);
    return known.stream()
        .filter(name -> EDITS.apply(wanted, name) <= limit)
        .sorted(
            Comparator.<String>comparingInt(name -> EDITS.apply(wanted, name))
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
}
