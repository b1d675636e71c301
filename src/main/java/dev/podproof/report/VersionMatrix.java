package dev.podproof.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Scenarios against versions of Kubernetes, as text. */
public final class VersionMatrix {
  private VersionMatrix() {}

  /**
   * The table, a line for each scenario; empty where there is no result.
   *
   * @param results by version, in the order of the columns
   */
  public static String of(Map<String, RunResult> results) {
    var outcomes = new LinkedHashMap<String, Map<String, String>>();
    results.forEach(
        (version, result) ->
            result
                .scenarios()
                .forEach(
                    scenario ->
                        outcomes
                            .computeIfAbsent(
                                scenario.place().scenario(), name -> new LinkedHashMap<>())
                            .put(version, scenario.outcome().name().toLowerCase(Locale.ROOT))));
    var versions = new LinkedHashSet<>(results.keySet());
    var widest = outcomes.keySet().stream().mapToInt(String::length).max().orElse(0);
    var head =
        line("", widest, versions.stream().collect(Collectors.toMap(v -> v, v -> v)), versions);
    return outcomes.isEmpty()
        ? ""
        : head
            + outcomes.entrySet().stream()
                .map(row -> line(row.getKey(), widest, row.getValue(), versions))
                .collect(Collectors.joining());
  }

  private static String line(
      String name, int widest, Map<String, String> cells, Set<String> versions) {
    return versions.stream()
            .map(version -> String.format(Locale.ROOT, "  %-10s", cells.getOrDefault(version, "-")))
            .collect(
                Collectors.joining(
                    "", String.format(Locale.ROOT, "%-" + Math.max(widest, 1) + "s", name), ""))
            .stripTrailing()
        + "\n";
  }
}
