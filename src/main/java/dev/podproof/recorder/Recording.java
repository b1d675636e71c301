package dev.podproof.recorder;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A history that is still being written.
 *
 * <p>Any thread may append and any may read; what a reader gets does not change any more.
 */
public final class Recording {
  private final Clock clock;
  private final Instant began;
  private final Listening listening;
  private final List<Observation> observations = new ArrayList<>();
  private final Set<Line> lines = new HashSet<>();
  private final Set<String> secrets = new HashSet<>();

  Recording(Clock clock, Listening listening) {
    this(clock, listening, clock.instant());
  }

  /** One whose times count from that moment. */
  Recording(Clock clock, Listening listening, Instant began) {
    this.clock = clock;
    this.began = began;
    this.listening = listening;
  }

  /** What makes a line of a log that line, whoever tells of it. */
  private record Line(String containerId, Instant stamp, String text) {}

  /** A history and the moment at which it was looked at, taken together. */
  public record Look(History history, Instant now) {}

  /** Appends what this makes of the present moment, so that stamps rise with the order. */
  void append(Function<Instant, Observation> observation) {
    synchronized (this) {
      var heard = observation.apply(clock.instant());
      // A line may be told by the API and by the node.
      if (heard instanceof Observation.LogLine line
          && !lines.add(new Line(line.containerId(), line.stamp(), line.text()))) {
        return;
      }
      observations.add(heard);
      notifyAll();
    }
  }

  /** From now on nobody may be shown these texts. */
  synchronized void hide(List<String> values) {
    secrets.addAll(values);
  }

  /** Hides the values of all Secrets that were seen, as stored and as a container sees them. */
  public synchronized Redaction redaction() {
    return Redaction.of(secrets);
  }

  /** The present moment, for those who need no history with it. */
  Instant now() {
    return clock.instant();
  }

  /** Everything so far, and now: nothing that arrived earlier is missing. */
  public synchronized Look look() {
    return new Look(new History(began, listening, observations), clock.instant());
  }

  /** Returns when the history has grown beyond the known one, or the moment has come. */
  public synchronized void awaitGrowth(History known, Instant until) throws InterruptedException {
    var left = Duration.between(clock.instant(), until);
    while (observations.size() == known.observations().size()
        && !left.isNegative()
        && !left.isZero()) {
      // One more, since a wait of less than a millisecond would be a wait for ever.
      wait(left.toMillis() + 1);
      left = Duration.between(clock.instant(), until);
    }
  }

  /** Returns when an observation fits, at once where one did already; false after the limit. */
  boolean await(Predicate<Observation> wanted, Duration limit) throws InterruptedException {
    var until = clock.instant().plus(limit);
    while (true) {
      var look = look();
      if (look.history().observations().stream().anyMatch(wanted)) {
        return true;
      }
      if (!look.now().isBefore(until)) {
        return false;
      }
      awaitGrowth(look.history(), until);
    }
  }
}
