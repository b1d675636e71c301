package dev.podproof.timeline;

import java.time.Instant;
import java.util.List;

/**
 * The log of one run of a container.
 *
 * @param run the run's number, 1 for the first
 * @param count how many lines were read
 * @param tail the last of them, in the order in which the runtime read them
 */
public record RunLog(int run, int count, List<Line> tail) {
  public RunLog {
    tail = List.copyOf(tail);
  }

  /** One line, stamped when the runtime read it. */
  public record Line(Instant stamp, String text) {}
}
