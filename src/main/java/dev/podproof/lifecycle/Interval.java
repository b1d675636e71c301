package dev.podproof.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time in which something certainly happened, both ends included.
 *
 * <p>{@link Instant#MIN} and {@link Instant#MAX} stand for an end that is not known. Immutable.
 *
 * <p>The constructor refuses an end that lies before the beginning (IllegalArgumentException).
 */
public record Interval(Instant earliest, Instant latest) {
  /** Nothing is known about the time. */
  public static final Interval UNKNOWN = new Interval(Instant.MIN, Instant.MAX);

  public Interval {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException(
          "an interval cannot end before it begins: " + earliest + " to " + latest);
    }
  }

  /** The interval that holds this one instant. */
  public static Interval at(Instant instant) {
    return new Interval(instant, instant);
  }

  /** Any time up to and including this instant: all that the arrival of news tells. */
  public static Interval until(Instant latest) {
    return new Interval(Instant.MIN, latest);
  }

  /** Any time from this instant on. */
  public static Interval from(Instant earliest) {
    return new Interval(earliest, Instant.MAX);
  }

  /**
   * The interval meant by a stamp of whole seconds: from that second to its last nanosecond.
   * Kubernetes serialises {@code metav1.Time} so (k8s.io/apimachinery, pkg/apis/meta/v1/time.go).
   */
  public static Interval ofSecond(Instant second) {
    return new Interval(second, second.plusNanos(999_999_999));
  }

  /** What both intervals allow; empty where they exclude each other. */
  public Optional<Interval> intersect(Interval other) {
    var from = later(earliest, other.earliest);
    var to = earlier(latest, other.latest);
    return to.isBefore(from) ? Optional.empty() : Optional.of(new Interval(from, to));
  }

  /** The smallest interval that holds both. */
  public Interval hull(Interval other) {
    return new Interval(earlier(earliest, other.earliest), later(latest, other.latest));
  }

  /** Whether all of this lies before all of the other: the order is certain. */
  public boolean isBefore(Interval other) {
    return latest.isBefore(other.earliest);
  }

  /** This interval with each known end moved outwards. */
  public Interval widenedBy(Duration earlier, Duration later) {
    return new Interval(shift(earliest, earlier.negated()), shift(latest, later));
  }

  /** This interval moved by an offset; ends that are not known stay so. */
  public Interval shiftedBy(Duration offset) {
    return new Interval(shift(earliest, offset), shift(latest, offset));
  }

  /**
   * How far the two ends are apart; null-free, {@link Duration#ofSeconds(long)} of the maximum
   * where an end is not known.
   */
  public Duration width() {
    return earliest.equals(Instant.MIN) || latest.equals(Instant.MAX)
        ? Duration.ofSeconds(Long.MAX_VALUE)
        : Duration.between(earliest, latest);
  }

  private static Instant shift(Instant end, Duration by) {
    return end.equals(Instant.MIN) || end.equals(Instant.MAX) ? end : end.plus(by);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
