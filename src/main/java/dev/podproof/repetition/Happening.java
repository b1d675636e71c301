package dev.podproof.repetition;

import dev.podproof.lifecycle.Interval;
import java.time.Instant;

/**
 * Something that happened in one repetition.
 *
 * @param what it is, in the same words in every repetition, such as "container app of pod web
 *     exits"; what happens again has its number behind it
 * @param how it turned out, such as "exited 1"; empty where that it happened is all
 * @param at in which it certainly happened
 */
record Happening(Kind kind, String what, String how, Interval at) {
  /** What a happening is worth as a difference: events come and go with the node's business. */
  enum Kind {
    STATE,
    EVENT
  }

  /** The best single instant: its latest end, unless only the other is known. */
  Instant point() {
    return at.latest().equals(Instant.MAX) ? at.earliest() : at.latest();
  }

  /** Whether both ends are known. */
  boolean isBounded() {
    return !at.earliest().equals(Instant.MIN) && !at.latest().equals(Instant.MAX);
  }
}
