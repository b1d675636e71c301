package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation.Gap;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The part of a history that a demand looks at: it settles which witnesses must have spoken. */
public enum Aspect {
  /** Starts and exits of containers: the runtime's word, where it is heard, is enough. */
  RUNS {
    @Override
    boolean isKnown(History history, Instant upTo, Instant now) {
      return history.listening().runtime()
          ? !history.heardUpTo(Witness.RUNTIME).isBefore(upTo)
          : STATUS.isKnown(history, upTo, now);
    }

    @Override
    Witness witness(History history) {
      return history.listening().runtime() ? Witness.RUNTIME : Witness.ARRIVAL;
    }
  },
  /** What only the API's statuses and objects tell: known once it confirms, after its delay. */
  STATUS {
    @Override
    boolean isKnown(History history, Instant upTo, Instant now) {
      var due = upTo.plus(history.listening().reportingDelay());
      return !history.heardUpTo(Witness.ARRIVAL).isBefore(due);
    }

    @Override
    Witness witness(History history) {
      return Witness.ARRIVAL;
    }
  },
  /** Lines of logs: they come with the delay of the API at most. */
  LOGS {
    @Override
    boolean isKnown(History history, Instant upTo, Instant now) {
      return STATUS.isKnown(history, upTo, now);
    }

    @Override
    Witness witness(History history) {
      return Witness.LOG;
    }
  },
  /** What the harness did itself: known at once. */
  ACTIONS {
    @Override
    boolean isKnown(History history, Instant upTo, Instant now) {
      return !now.isBefore(upTo);
    }

    @Override
    Witness witness(History history) {
      return Witness.HARNESS;
    }
  };

  /** How long after the API should have spoken a silent runtime witness is given up on. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** Whether everything that bears on the time up to that instant has been heard. */
  abstract boolean isKnown(History history, Instant upTo, Instant now);

  /** The witness whose gaps matter. */
  abstract Witness witness(History history);

  /** When at the latest everything about the time up to that instant should have been heard. */
  Instant settledBy(History history, Instant upTo) {
    return this == ACTIONS ? upTo : upTo.plus(history.listening().reportingDelay());
  }

  /** Whether the witness is so late that waiting on makes no sense. */
  boolean fellSilent(History history, Instant upTo, Instant now) {
    return !isKnown(history, upTo, now) && now.isAfter(settledBy(history, upTo).plus(SILENCE));
  }

  /** A hole in the evidence that touches the window. */
  Optional<Gap> gap(History history, Interval window) {
    return history.gaps(witness(history), window).stream().findFirst();
  }
}
