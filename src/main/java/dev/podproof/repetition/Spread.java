package dev.podproof.repetition;

import java.time.Duration;
import java.util.List;

/**
 * How far a moment lies apart in the repetitions in which it was seen.
 *
 * @param what it is, such as "container app of pod web exits"
 * @param seen in how many repetitions
 * @param least after the scenario's first action
 * @param median of an even number of repetitions the earlier of the two in the middle
 * @param known how wide the widest interval is in which it certainly happened, where both of its
 *     ends are known; zero where that is so in none
 */
public record Spread(
    String what, int seen, Duration least, Duration median, Duration most, Duration known) {
  /**
   * The spread of these.
   *
   * @param offsets at least one
   */
  static Spread of(String what, List<Duration> offsets, Duration known) {
    var sorted = offsets.stream().sorted().toList();
    return new Spread(
        what,
        sorted.size(),
        sorted.get(0),
        sorted.get((sorted.size() - 1) / 2),
        sorted.get(sorted.size() - 1),
        known);
  }
}
