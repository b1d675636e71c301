package dev.podproof.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Times as people read them: seconds since the recording began. Immutable. */
public record RelativeTime(Instant zero) {
  /** Below this width an interval is written as one instant. */
  private static final Duration NARROW = Duration.ofMillis(50);

  /** The instant as "+3.21s"; one that is not known as "an unknown time". */
  public String of(Instant instant) {
    if (instant.equals(Instant.MIN) || instant.equals(Instant.MAX)) {
      return "an unknown time";
    }
    return signed(Duration.between(zero, instant));
  }

  /** The interval as "+3.21s", "between +3.00s and +4.00s", "by +3.21s" or "from +3.21s on". */
  public String of(Interval interval) {
    var openStart = interval.earliest().equals(Instant.MIN);
    var openEnd = interval.latest().equals(Instant.MAX);
    if (openStart) {
      return openEnd ? "at an unknown time" : "by " + of(interval.latest());
    }
    if (openEnd) {
      return "from " + of(interval.earliest()) + " on";
    }
    return interval.width().compareTo(NARROW) <= 0
        ? "at " + of(interval.latest())
        : "between " + of(interval.earliest()) + " and " + of(interval.latest());
  }

  /** A duration as "19.2s". */
  public static String seconds(Duration duration) {
    return number(duration, 1) + "s";
  }

  private static String signed(Duration since) {
    var text = number(since.abs(), 2) + "s";
    return since.isNegative() ? "-" + text : "+" + text;
  }

  private static String number(Duration duration, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", duration.toNanos() / 1e9);
  }
}
