package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.RunPart;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A container's log, over all its runs, has a fitting line for the n-th time.
 *
 * @param nth 1 for the first such line
 */
public record LogSays(ContainerRef container, TextMatch text, int nth) implements Recurring {
  /** The runtime stamps a line when it reads it, which may be a little after it was written. */
  private static final Duration READING = Duration.ofMillis(50);

  /** The first line that contains a text. */
  public LogSays(ContainerRef container, String text) {
    this(container, TextMatch.containing(text), 1);
  }

  @Override
  public List<Moment> every(History history, PodIdentity pod) {
    var runs =
        history.runsOf(pod, container.name()).stream()
            .collect(Collectors.toMap(ContainerRun::containerId, run -> run, (one, other) -> one));
    return history.linesOf(pod, container.name()).stream()
        .filter(line -> text.matches(line.text()))
        .map(line -> moment(line, Optional.ofNullable(runs.get(line.containerId()))))
        .toList();
  }

  // What a run logs it logs after its start and before its end, whenever that is read.
  private static Moment moment(LogLine line, Optional<ContainerRun> run) {
    var stamp = Interval.at(line.stamp()).widenedBy(READING, READING);
    var after =
        run.flatMap(ContainerRun::started)
            .map(start -> Interval.from(start.interval().earliest().plusNanos(1)));
    var before =
        run.flatMap(ContainerRun::exited)
            .filter(exit -> !exit.interval().latest().equals(Instant.MAX))
            .map(exit -> Interval.until(exit.interval().latest().minusNanos(1)));
    var during =
        Stream.of(after, before)
            .flatMap(Optional::stream)
            .reduce(Optional.of(stamp), LogSays::both, (one, other) -> one);
    return Moment.seenBy(Witness.LOG, during.orElse(stamp))
        .asPart(new RunPart(line.containerId(), RunPart.Kind.LINE));
  }

  // Where the clocks contradict each other the stamp stands.
  private static Optional<Interval> both(Optional<Interval> known, Interval bound) {
    return known.flatMap(bound::intersect);
  }

  @Override
  public String missing() {
    return "it had not logged " + text.inWords();
  }

  @Override
  public String inWords() {
    return container.inWords() + " logs " + text.inWords() + times();
  }

  @Override
  public String inPast() {
    return container.inWords() + " logged " + text.inWords() + times();
  }

  @Override
  public Aspect aspect() {
    return Aspect.LOGS;
  }
}
