package dev.podproof.baseline;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * A course, and what started in its run.
 *
 * @param starts those of all scenarios of the run
 */
public record Attempt(Baseline.Name scenario, Course course, List<Start> starts) {
  /** Fewer may be late for the same reason of their own. */
  private static final int SCENARIOS = 2;

  public Attempt {
    starts = List.copyOf(starts);
  }

  /**
   * By how many seconds most of the scenarios that started a container while this one waited for a
   * step did so late; zero where fewer than two did.
   */
  double lateBeside(Pattern.Step step) {
    return beside(step, Start::late);
  }

  /** By how many they did so early. */
  double earlyBeside(Pattern.Step step) {
    return beside(step, Start::early);
  }

  private double beside(Pattern.Step step, ToDoubleFunction<Start> by) {
    var since = Start.since(step, course);
    var at = course.find(step.what()).map(one -> one.interval().latest());
    if (!Start.isOne(step) || since.isEmpty() || at.isEmpty()) {
      return 0;
    }
    var most = new TreeMap<Baseline.Name, Double>();
    starts.stream()
        .filter(one -> !one.scenario().equals(scenario))
        .filter(one -> one.overlaps(since.get(), at.get()))
        .forEach(one -> most.merge(one.scenario(), by.applyAsDouble(one), Math::max));
    return most.size() < SCENARIOS
        ? 0
        : most.values().stream().sorted().skip((most.size() - 1) / 2).findFirst().orElse(0.0);
  }
}
