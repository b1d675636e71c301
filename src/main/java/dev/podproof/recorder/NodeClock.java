package dev.podproof.recorder;

import dev.podproof.lifecycle.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How the node's clock stands to ours.
 *
 * <p>Histories are kept in our time. What the node stamps is moved by the offset; the uncertainty
 * of the offset is the same for all that the node stamps, so it does not blur their order.
 *
 * @param ahead how far the node's clock is ahead of ours
 */
record NodeClock(Duration ahead) {
  /** The same clock: one kernel keeps the time for both. */
  static final NodeClock SAME = new NodeClock(Duration.ZERO);

  Instant translate(Instant ofNode) {
    return ofNode.minus(ahead);
  }

  Interval translate(Interval ofNode) {
    return ofNode.shiftedBy(ahead.negated());
  }

  /** A clock that shows our time. */
  Clock ours() {
    return Clock.systemUTC();
  }
}
