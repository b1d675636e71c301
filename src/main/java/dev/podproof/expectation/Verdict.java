package dev.podproof.expectation;

import java.time.Instant;

/** What the evidence says of an expectation. Exactly one of four, and never a guess. */
public sealed interface Verdict {
  /** Whether more evidence or more time may still change it. */
  default boolean isOpen() {
    return false;
  }

  /** The grounds, in a sentence without an end mark. */
  String because();

  /** Decided: it holds. */
  record Satisfied(String because) implements Verdict {}

  /** Decided: it does not hold; the pod misbehaved. */
  record Violated(String because) implements Verdict {}

  /**
   * Not decided yet.
   *
   * @param decidedBy when it will be at the latest
   * @param hearUpTo the moment up to which the witnesses must have spoken for that
   */
  record StillOpen(Instant decidedBy, Instant hearUpTo, String because) implements Verdict {
    @Override
    public boolean isOpen() {
      return true;
    }
  }

  /** The evidence has a hole where the answer lies; waiting will not mend it. */
  record CannotTell(String because) implements Verdict {}
}
