package dev.podproof.baseline;

import java.time.Duration;
import java.time.Instant;

/** Differences of moments, of which either may not be known. */
final class Seconds {
  private Seconds() {}

  /** From one to the other; infinite where an end is not known. */
  static double between(Instant from, Instant to) {
    if (from.equals(Instant.MAX) || to.equals(Instant.MIN)) {
      return Double.NEGATIVE_INFINITY;
    }
    return from.equals(Instant.MIN) || to.equals(Instant.MAX)
        ? Double.POSITIVE_INFINITY
        : Duration.between(from, to).toNanos() / 1e9;
  }
}
