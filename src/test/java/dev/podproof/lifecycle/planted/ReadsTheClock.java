package dev.podproof.lifecycle.planted;

/** An offender. */
public final class ReadsTheClock {
  java.time.Instant now() {
    return java.time.Instant.now();
  }
}
