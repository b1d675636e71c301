package dev.podproof.recorder;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Events of our own in the runtime's stream, numbered from 1: one that is read back proves that
 * what came before it has been read as well. Thread-safe.
 */
final class Marks {
  private final Duration allowance;
  private final AtomicInteger made = new AtomicInteger();
  private final Set<Instant> asked = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Instant> times = new ConcurrentHashMap<>();
  private volatile boolean anyHeard;

  /**
   * None yet.
   *
   * @param allowance by how much an event may come into the stream after a mark made later
   */
  Marks(Duration allowance) {
    this.allowance = allowance;
  }

  /** The number of the next. */
  int next() {
    return made.incrementAndGet();
  }

  /** Whether one has been read back. */
  boolean anyHeard() {
    return anyHeard;
  }

  /** That it has been read back, and the runtime's time of it. */
  void heard(int mark, Instant at) {
    times.put(mark, at);
    anyHeard = true;
  }

  /**
   * Up to when all has been heard once the echo of that mark is back; empty for one that was not
   * heard, or whose echo has come before.
   */
  Optional<Instant> confirmed(int mark) {
    return Optional.ofNullable(times.remove(mark)).map(at -> at.minus(allowance));
  }

  /**
   * How long to wait until a mark proves that all up to the instant was heard; empty where it was
   * asked for already.
   *
   * @param instant may be in the past, or before all time for what never could be
   */
  Optional<Duration> due(Instant instant, Instant now) {
    if (!asked.add(instant)) {
      return Optional.empty();
    }
    var left = instant.isBefore(now) ? Duration.ZERO : Duration.between(now, instant);
    return Optional.of(left.plus(allowance).plusMillis(1));
  }
}
