package dev.podproof.report;

import dev.podproof.baseline.Compared;
import dev.podproof.baseline.Difference;
import dev.podproof.baseline.Difference.Kind;
import dev.podproof.baseline.Lateness;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what is different from a baseline, as text. */
public final class ComparisonReport {
  private ComparisonReport() {}

  /**
   * A paragraph for each scenario that is different, one for what a busy machine did, and a line
   * that counts.
   */
  public static String text(List<Compared> compared, Optional<Lateness> lateness) {
    var text = new StringBuilder();
    for (var one : compared) {
      var told = one.differences().stream().filter(any -> any.kind() != Kind.BUSY).toList();
      if (!told.isEmpty()) {
        text.append(one.scenario().inWords()).append('\n');
        told.forEach(difference -> text.append(line(difference)));
        text.append('\n');
      }
    }
    text.append(busy(count(compared, Kind.BUSY)));
    lateness.ifPresent(one -> text.append(one.inWords()).append('\n'));
    return text.append(summary(compared)).append('\n').toString();
  }

  private static String busy(long number) {
    return number == 0
        ? ""
        : String.format(
            """
            the machine had more or less to do
              busy       %s came later or earlier than noise explains, as most did that other scenarios waited for meanwhile
                         (--format json names %s; compare runs that have as much beside them, or several)

            """,
            number + (number == 1 ? " start of a container" : " starts of containers"),
            number == 1 ? "it" : "them");
  }

  private static String line(Difference difference) {
    return String.format(
        "  %-9s  %s: %s%n", difference.kind().inWords(), difference.what(), difference.words());
  }

  private static String summary(List<Compared> compared) {
    var counts =
        Arrays.stream(Kind.values())
            .map(kind -> count(compared, kind) + " " + kind.inWords())
            .filter(words -> !words.startsWith("0 "))
            .collect(Collectors.joining(", "));
    return compared.size()
        + (compared.size() == 1 ? " scenario compared: " : " scenarios compared: ")
        + (counts.isEmpty() ? "no difference beyond noise" : counts);
  }

  private static long count(List<Compared> compared, Kind kind) {
    return compared.stream()
        .flatMap(one -> one.differences().stream())
        .filter(difference -> difference.kind() == kind)
        .count();
  }
}
