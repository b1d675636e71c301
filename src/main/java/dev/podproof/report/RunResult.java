package dev.podproof.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A whole run.
 *
 * @param cluster what it ran on, in words; empty where none was started
 * @param requests what the scenarios asked of the API server, streams of logs counted apart
 * @param repeated what the repetitions of each scenario come to; empty where each was run once
 */
public record RunResult(
    Instant began,
    Duration took,
    String cluster,
    Requests requests,
    List<ScenarioResult> scenarios,
    List<Repeated> repeated) {
  /** Requests of a run of scenarios, from the first one's beginning on. */
  public record Requests(int api, int logs) {}

  public RunResult {
    scenarios = List.copyOf(scenarios);
    repeated = List.copyOf(repeated);
  }

  /** A run in which no scenario was repeated. */
  public RunResult(
      Instant began,
      Duration took,
      String cluster,
      Requests requests,
      List<ScenarioResult> scenarios) {
    this(began, took, cluster, requests, scenarios, List.of());
  }

  /** How many scenarios turned out so. */
  public long count(Outcome outcome) {
    return scenarios.stream().filter(s -> s.outcome() == outcome).count();
  }

  /** The run in a line, such as "2 scenarios: 1 violated, 1 satisfied in 3.00s". */
  public String inWords() {
    return inWords((outcome, text) -> text);
  }

  /** The same, each count as this makes it look. */
  String inWords(BiFunction<Outcome, String, String> painted) {
    var counts =
        Arrays.stream(Outcome.values())
            .filter(outcome -> count(outcome) > 0)
            .map(
                outcome ->
                    painted.apply(
                        outcome, count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining(", "));
    return scenarios.size()
        + (scenarios.size() == 1 ? " scenario: " : " scenarios: ")
        + counts
        + String.format(Locale.ROOT, "  in %.2fs", took.toMillis() / 1000.0);
  }

  /**
   * The exit code: that of the heaviest outcome; 3 where everything was skipped and that is not
   * good enough.
   */
  public int exitCode(boolean strict) {
    var allSkipped = count(Outcome.SKIPPED) == scenarios.size();
    return allSkipped && strict
        ? Outcome.UNDECIDED.exitCode()
        : scenarios.stream()
            .map(ScenarioResult::outcome)
            .min(Comparator.naturalOrder())
            .orElse(Outcome.SATISFIED)
            .exitCode();
  }

  /**
   * The exit code of several runs: the heaviest, where 4 comes before 1, 1 before 2, 2 before 3.
   */
  public static int exitCode(Collection<RunResult> results, boolean strict) {
    return results.stream()
        .map(result -> result.exitCode(strict))
        .max(Comparator.comparingInt(List.of(0, 3, 2, 1, 4)::indexOf))
        .orElse(0);
  }
}
