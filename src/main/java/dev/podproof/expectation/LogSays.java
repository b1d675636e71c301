package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.util.Optional;

/** A container's log has a line that contains a text, in any of its runs. */
public record LogSays(ContainerRef container, String text) implements Milestone {
  /** The runtime stamps a line when it reads it, which may be a little after it was written. */
  private static final Duration READING = Duration.ofMillis(50);

  @Override
  public Occurrence in(History history, AsOf asOf) {
    return Seen.ofPod(
        history,
        container.pod(),
        pod ->
            history.linesOf(pod, container.name()).stream()
                .filter(line -> line.text().contains(text))
                .findFirst()
                .<Occurrence>map(line -> new Occurrence.Happened(moment(line)))
                .orElseGet(() -> absent(history)));
  }

  private Occurrence absent(History history) {
    return Seen.ofContainer(
        history,
        container,
        runs -> Seen.notDone(history, container, "it had not logged \"" + text + "\""));
  }

  private static Moment moment(LogLine line) {
    return Moment.seenBy(Witness.LOG, Interval.at(line.stamp()).widenedBy(READING, READING));
  }

  @Override
  public String inWords() {
    return container.inWords() + " logs \"" + text + "\"";
  }

  @Override
  public String inPast() {
    return container.inWords() + " logged \"" + text + "\"";
  }

  @Override
  public Aspect aspect() {
    return Aspect.LOGS;
  }

  @Override
  public Optional<ContainerRef> about() {
    return Optional.of(container);
  }
}
