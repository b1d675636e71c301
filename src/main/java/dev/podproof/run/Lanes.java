package dev.podproof.run;

import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * How many scenarios run side by side; one that is tagged @isolated runs alone. Thread-safe.
 *
 * <p>A semaphore rather than a lock: a scenario may end on another thread than it began on.
 */
final class Lanes {
  private static final String ISOLATED = "@isolated";

  private final int number;
  private final Semaphore free;

  Lanes(int number) {
    this.number = number;
    // Fair, or one that wants all of them would wait until the others are through.
    this.free = new Semaphore(number, true);
  }

  boolean areSeveral() {
    return number > 1;
  }

  int number() {
    return number;
  }

  /** Returns when the scenario may begin. */
  void enter(List<String> tags) {
    free.acquireUninterruptibly(share(tags));
  }

  void leave(List<String> tags) {
    free.release(share(tags));
  }

  private int share(List<String> tags) {
    return isolates(tags) ? number : 1;
  }

  /** Whether a scenario with these tags runs alone. */
  static boolean isolates(List<String> tags) {
    return tags.contains(ISOLATED);
  }
}
