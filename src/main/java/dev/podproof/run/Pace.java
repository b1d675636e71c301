package dev.podproof.run;

import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * How long a step of a mutant is waited for: several times what it takes unchanged, and more where
 * the machine has become slower since. Thread-safe.
 */
final class Pace {
  private static final int TIMES = 2;

  /** The kubelet's own pace: it restarts, pulls again and probes in steps of seconds. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** What is shorter tells more of chance than of the machine. */
  private static final Duration TELLING = Duration.ofSeconds(1);

  private static final int REMEMBERED = 20;

  private final Map<Place, ScenarioResult> unchanged;
  private final Deque<Double> slowness = new ArrayDeque<>();

  /** From how the scenarios turned out unchanged. */
  Pace(Map<Place, ScenarioResult> unchanged) {
    this.unchanged = Map.copyOf(unchanged);
  }

  /** How long that step may be waited for, counted from 0; empty where nobody knows. */
  Optional<Duration> limit(Place scenario, int step) {
    return unchanged(scenario, step)
        .map(
            took ->
                Duration.ofMillis(Math.round(took.toMillis() * TIMES * slowness())).plus(MARGIN));
  }

  /** A step was satisfied in that time, on the machine as it is now. */
  synchronized void satisfied(Place scenario, int step, Duration took) {
    unchanged(scenario, step)
        .filter(usual -> usual.compareTo(TELLING) >= 0)
        .ifPresent(usual -> slowness.addLast((double) took.toMillis() / usual.toMillis()));
    if (slowness.size() > REMEMBERED) {
      slowness.removeFirst();
    }
  }

  /** How long a step took unchanged. */
  Optional<Duration> unchanged(Place scenario, int step) {
    return Optional.ofNullable(unchanged.get(scenario))
        .map(ScenarioResult::steps)
        .filter(steps -> step < steps.size())
        .map(
            steps ->
                steps.get(step).at().minus(step == 0 ? Duration.ZERO : steps.get(step - 1).at()));
  }

  // Three of four of the last steps were not slower than that: a mutant may be slow by itself.
  private synchronized double slowness() {
    var sorted = slowness.stream().sorted().toList();
    return sorted.isEmpty() ? 1 : Math.max(1, sorted.get((sorted.size() * 3 - 1) / 4));
  }
}
