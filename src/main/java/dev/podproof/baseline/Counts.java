package dev.podproof.baseline;

import dev.podproof.baseline.Course.Count;
import dev.podproof.baseline.Difference.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares what is counted: restarts, events, conditions. */
final class Counts {
  private final Pattern pattern;
  private final List<Course> courses;

  Counts(Pattern pattern, List<Course> courses) {
    this.pattern = pattern;
    this.courses = courses;
  }

  /** The differences, without those of containers that came or went. */
  List<Difference> differences(Set<String> strangers) {
    var all = new TreeSet<>(pattern.counts().keySet());
    courses.forEach(course -> all.addAll(course.counts().keySet()));
    return all.stream()
        .filter(count -> !strangers.contains(count.subject()))
        .flatMap(count -> difference(count).stream())
        .toList();
  }

  private Optional<Difference> difference(Count count) {
    var before = pattern.counts().getOrDefault(count, Range.at(0));
    var now =
        courses.stream()
            .map(course -> Range.at(course.counts().getOrDefault(count, 0)))
            .reduce(Range::hull)
            .orElseThrow();
    return count.kind() == Count.Kind.RESTARTS
        ? restarts(count, before, now)
        : presence(count, before, now);
  }

  private Optional<Difference> restarts(Count count, Range before, Range now) {
    // The first restart is the milestone of a second start, which knows whether it came too late.
    if (before.to() <= 1 && now.to() <= 1) {
      return Optional.empty();
    }
    var noise = Noise.ofRestarts(before, pattern.runs());
    return now.from() <= before.to() + noise && now.to() >= before.from() - noise
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Kind.CHANGED, count.inWords(), now.inTimes() + "; it was " + before.inTimes()));
  }

  /**
   * How many are no accident: a probe that asks a container just before it can answer fails once.
   */
  private static int least(Count count) {
    return count.what().equals("Unhealthy") ? 2 : 1;
  }

  private Optional<Difference> presence(Count count, Range before, Range now) {
    if (before.to() == 0 && now.from() >= least(count)) {
      return Optional.of(new Difference(Kind.CAME, count.inWords(), "it is new"));
    }
    if (before.from() < least(count) || now.to() > 0) {
      return Optional.empty();
    }
    var holed = courses.stream().flatMap(course -> course.holes().stream()).findFirst();
    return Optional.of(
        holed
            .map(
                hole ->
                    new Difference(Kind.UNDECIDED, count.inWords(), "it is not there, and " + hole))
            .orElse(
                new Difference(
                    Kind.WENT,
                    count.inWords(),
                    "it is not there; it was in each of " + StepComparison.runs(pattern.runs()))));
  }
}
