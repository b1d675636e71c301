package dev.podproof.run;

import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * How long a step of a mutant is waited for: several times what it takes unchanged, and more where
 * the machine has become slower since, as most steps show that were satisfied. Thread-safe.
 */
final class Pace {
  private static final int TIMES = 2;

  /** The kubelet's own pace: it restarts, pulls again and probes in steps of seconds. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** What is shorter tells more of chance than of the machine. */
  private static final Duration TELLING = Duration.ofSeconds(1);

  private static final int REMEMBERED = 20;

  /**
   * Of so many steps one is slower than the others for reasons of its own, such as a pull or a
   * mutant that is slow by itself.
   */
  private static final int ONE_OF = 4;

  /**
   * Until so many steps have told how slow the machine is with mutants, it may be twice as slow
   * where there was room for more scenarios beside the unchanged ones.
   */
  private static final int TELLING_STEPS = 6;

  private static final double UNTRIED = 2;

  private final Map<Place, ScenarioResult> unchanged;
  private final double untried;
  private final Deque<Double> slowness = new ArrayDeque<>();

  /**
   * From how the scenarios turned out unchanged.
   *
   * @param atOnce how many mutants run side by side
   */
  Pace(Map<Place, ScenarioResult> unchanged, int atOnce) {
    this.unchanged = Map.copyOf(unchanged);
    this.untried = unchanged.size() < atOnce ? UNTRIED : 1;
  }

  /** How long that step is waited for at least; empty where nobody knows. */
  Optional<Duration> limit(Place scenario, int step) {
    return unchanged(scenario, step).map(took -> slowed(took.multipliedBy(TIMES)).plus(quiet()));
  }

  /** For how long nothing has to happen before a step is given up. */
  Duration quiet() {
    return slowed(MARGIN);
  }

  private Duration slowed(Duration time) {
    return Duration.ofMillis(Math.round(time.toMillis() * slowness()));
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

  private synchronized double slowness() {
    var most =
        slowness.stream()
            .sorted(Comparator.reverseOrder())
            .skip(slowness.size() / ONE_OF)
            .findFirst()
            .orElse(1.0);
    return Math.max(slowness.size() < TELLING_STEPS ? untried : 1, most);
  }
}
