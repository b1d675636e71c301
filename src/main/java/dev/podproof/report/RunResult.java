package dev.podproof.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A whole run.
 *
 * @param cluster what it ran on, in words; empty where none was started
 * @param requests what the scenarios asked of the API server, streams of logs counted apart
 */
public record RunResult(
    Instant began,
    Duration took,
    String cluster,
    Requests requests,
    List<ScenarioResult> scenarios) {
  /** Requests of a run of scenarios, from the first one's beginning on. */
  public record Requests(int api, int logs) {}

  public RunResult {
    scenarios = List.copyOf(scenarios);
  }

  /** How many scenarios turned out so. */
  public long count(Outcome outcome) {
    return scenarios.stream().filter(s -> s.outcome() == outcome).count();
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
}
