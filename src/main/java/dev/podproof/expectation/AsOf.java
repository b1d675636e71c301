package dev.podproof.expectation;

import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;

/**
 * The moment at which an expectation is judged.
 *
 * @param lastAction when the scenario's last action was done: budgets count from here
 * @param asked when the step was reached: windows such as "for 5s" count from here
 * @param now how far time has come
 * @param patience how long a state that only somebody else could mend may last before a wait gives
 *     up on it; {@link #PATIENT} never gives up
 */
public record AsOf(Instant lastAction, Instant asked, Instant now, Duration patience) {
  /** Waits out the budget, whatever the state. */
  public static final Duration PATIENT = Duration.ofSeconds(Long.MAX_VALUE);

  /** The same question, later. */
  public AsOf at(Instant later) {
    return new AsOf(lastAction, asked, later, patience);
  }

  /** Whether a moment had been seen by some witness when the question was asked. */
  boolean hadSeen(Moment moment) {
    return moment.sightings().stream()
        .anyMatch(one -> one.witness() != Witness.API && !one.interval().latest().isAfter(asked));
  }
}
