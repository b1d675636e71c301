package dev.podproof.lint.workload;

import java.util.Comparator;

/**
 * Where something stands.
 *
 * @param file as it was given; "standard input" for what came from there
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** Such as web.yaml:3:7. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
