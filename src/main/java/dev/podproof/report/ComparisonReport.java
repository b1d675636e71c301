package dev.podproof.report;

import dev.podproof.baseline.Compared;
import dev.podproof.baseline.Difference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what is different from a baseline, as text. */
public final class ComparisonReport {
  private ComparisonReport() {}

  /** A paragraph for each scenario that is different, and a line that counts. */
  public static String text(List<Compared> compared) {
    var text = new StringBuilder();
    for (var one : compared) {
      if (!one.differences().isEmpty()) {
        text.append(one.scenario().inWords()).append('\n');
        one.differences().forEach(difference -> text.append(line(difference)));
        text.append('\n');
      }
    }
    return text.append(summary(compared)).append('\n').toString();
  }

  private static String line(Difference difference) {
    return String.format(
        "  %-9s  %s: %s%n", difference.kind().inWords(), difference.what(), difference.words());
  }

  private static String summary(List<Compared> compared) {
    var counts =
        Arrays.stream(Difference.Kind.values())
            .map(kind -> count(compared, kind) + " " + kind.inWords())
            .filter(words -> !words.startsWith("0 "))
            .collect(Collectors.joining(", "));
    return compared.size()
        + (compared.size() == 1 ? " scenario compared: " : " scenarios compared: ")
        + (counts.isEmpty() ? "no difference beyond noise" : counts);
  }

  private static long count(List<Compared> compared, Difference.Kind kind) {
    return compared.stream()
        .flatMap(one -> one.differences().stream())
        .filter(difference -> difference.kind() == kind)
        .count();
  }
}
