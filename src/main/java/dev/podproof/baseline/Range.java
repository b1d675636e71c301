package dev.podproof.baseline;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * From the least to the most that was seen, both included: seconds, or how often. Immutable.
 *
 * <p>The constructor refuses an end below the beginning (IllegalArgumentException).
 */
public record Range(double from, double to) {
  private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,9})?)";
  private static final Pattern WRITTEN = Pattern.compile(NUMBER + "(?:\\.\\." + NUMBER + ")?");
  private static final double CENT = 100;

  public Range {
    if (!(from <= to)) {
      throw new IllegalArgumentException(
          "a range cannot end before it begins: " + from + ".." + to);
    }
  }

  /** One number alone. */
  public static Range at(double number) {
    return new Range(number, number);
  }

  /**
   * What {@link #written()} wrote.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Range parse(String written) {
    var parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\"" + written + "\" is no range; expected one such as 0.41..0.63, or a number");
    }
    var from = Double.parseDouble(parts.group(1));
    return new Range(from, parts.group(2) == null ? from : Double.parseDouble(parts.group(2)));
  }

  /** The smallest range that holds both. */
  public Range hull(Range other) {
    return new Range(Math.min(from, other.from), Math.max(to, other.to));
  }

  /** How far its ends are apart. */
  public double spread() {
    return to - from;
  }

  /** What lies as far from one end as from the other. */
  public double middle() {
    return (from + to) / 2;
  }

  /** Rounded outwards to hundredths, such as 0.41..0.63; one number where the ends are one. */
  public String written() {
    var low = Math.floor(from * CENT + 1e-6) / CENT;
    var high = Math.ceil(to * CENT - 1e-6) / CENT;
    return low == high ? number(low) : number(low) + ".." + number(high);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  /** As a sentence has it, such as "0.41 s to 0.63 s". */
  public String inSeconds() {
    return written().replace("..", " s to ") + " s";
  }

  /** As a sentence has it, such as "2", or "0 to 3". */
  public String inTimes() {
    return written().replace("..", " to ");
  }
}
