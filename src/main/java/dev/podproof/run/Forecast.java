package dev.podproof.run;

import dev.podproof.report.ScenarioResult.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a run will presumably go on, by how long its scenarios took the last time; one that is
 * new counts as the mean of the others. Thread-safe.
 */
final class Forecast {
  private final int all;
  private final List<Place> left;
  private final Map<Place, Duration> known;
  private final int lanes;

  Forecast(Collection<Place> scenarios, Map<Place, Duration> known, int lanes) {
    this.all = scenarios.size();
    this.left = new ArrayList<>(scenarios);
    this.known = Map.copyOf(known);
    this.lanes = lanes;
  }

  /** How many scenarios the run has. */
  int all() {
    return all;
  }

  synchronized void ended(Place scenario) {
    left.remove(scenario);
  }

  /**
   * The time left.
   *
   * @param running how long those that run have been running
   * @return empty where no scenario was ever timed
   */
  synchronized Optional<Duration> left(Map<Place, Duration> running) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    var mean =
        known.values().stream().reduce(Duration.ZERO, Duration::plus).dividedBy(known.size());
    var sum = Duration.ZERO;
    var longest = Duration.ZERO;
    for (var one : left) {
      var rest = known.getOrDefault(one, mean).minus(running.getOrDefault(one, Duration.ZERO));
      sum = rest.isNegative() ? sum : sum.plus(rest);
      longest = rest.compareTo(longest) > 0 ? rest : longest;
    }
    var shared = sum.dividedBy(lanes);
    return Optional.of(shared.compareTo(longest) > 0 ? shared : longest);
  }
}
