package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.List;

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
    return history.linesOf(pod, container.name()).stream()
        .filter(line -> text.matches(line.text()))
        .map(LogSays::moment)
        .toList();
  }

  private static Moment moment(LogLine line) {
    return Moment.seenBy(Witness.LOG, Interval.at(line.stamp()).widenedBy(READING, READING));
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
