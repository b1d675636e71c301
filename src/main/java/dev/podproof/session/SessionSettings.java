package dev.podproof.session;

import java.time.Duration;

/**
 * How long a scenario waits.
 *
 * @param budget for what has no budget of its own, counted from the scenario's last action
 * @param patience how long a state that only somebody else could mend may last
 * @param reportingDelay how late the API's news may come
 */
public record SessionSettings(Duration budget, Duration patience, Duration reportingDelay) {
  /** A minute, ten seconds, three seconds. */
  public static final SessionSettings DEFAULTS =
      new SessionSettings(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(3));
}
