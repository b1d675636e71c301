package dev.podproof.baseline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A start of a container in a new run, and how long such a start took in the baseline. Immutable.
 *
 * <p>A start is the kubelet's and the runtime's own work, which a machine that has more to do makes
 * longer; what else takes its time is mostly a wait that somebody has written down.
 *
 * @param since when the last of its gates was there
 * @param at when it came
 * @param took seconds between them
 * @param usually what the baseline has for them
 */
public record Start(Baseline.Name scenario, Instant since, Instant at, Range took, Range usually) {

  /** The starts of a run that the baseline has too. */
  public static List<Start> of(
      Map<Baseline.Name, Pattern> baseline, Map<Baseline.Name, List<Course>> run) {
    return baseline.entrySet().stream()
        .flatMap(
            one ->
                run.getOrDefault(one.getKey(), List.of()).stream()
                    .flatMap(
                        course ->
                            one.getValue().steps().stream()
                                .filter(Start::isOne)
                                .flatMap(step -> of(one.getKey(), step, course).stream())))
        .toList();
  }

  /** Whether a step is the start of a container that nothing is known to put off by chance. */
  static boolean isOne(Pattern.Step step) {
    return !step.byUs() && step.jitter() == 0 && step.what().matches(".* started(?: \\(\\d+\\))?");
  }

  private static Optional<Start> of(Baseline.Name name, Pattern.Step step, Course course) {
    var at = course.find(step.what()).map(one -> one.interval().latest());
    var since = since(step, course);
    var took = course.took(step.after(), step.what());
    return step.took().isEmpty() || took.isEmpty() || since.isEmpty()
        ? Optional.empty()
        : at.map(end -> new Start(name, since.get(), end, took.get(), step.took().get()));
  }

  /** When the last of its gates was there. */
  static Optional<Instant> since(Pattern.Step step, Course course) {
    return step.after().stream()
        .flatMap(gate -> course.find(gate).stream())
        .map(gate -> gate.interval().latest())
        .max(Instant::compareTo);
  }

  /** Whether some of its time was in that. */
  boolean overlaps(Instant from, Instant until) {
    return at.isAfter(from) && since.isBefore(until);
  }

  /** By how many seconds it certainly came later than it ever did; zero where it may not have. */
  double late() {
    return Math.max(0, took.from() - usually.to());
  }

  /** By how many seconds it certainly came earlier than it ever did; zero where it may not have. */
  double early() {
    return Math.max(0, usually.from() - took.to());
  }
}
