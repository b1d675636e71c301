package dev.podproof.expectation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that is more or less than others: a number, one of Kubernetes' quantities such as 500m or
 * 64Mi (Kubernetes API: Quantity), or a time such as 2026-01-01T00:00:00Z.
 *
 * @param text as it is written
 */
public record Quantity(String text, BigDecimal value) implements Comparable<Quantity> {
  /** What can be read. */
  public static final String REGEX =
      "-?\\d+(?:\\.\\d+)?(?:[numkMGTPE]|[KMGTPE]i)?|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z";

  private static final Pattern NUMBER =
      Pattern.compile("(-?\\d{1,18}(?:\\.\\d{1,18})?)([numkMGTPE]|[KMGTPE]i)?");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
  private static final Map<String, BigDecimal> UNITS =
      Map.ofEntries(
          Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
          Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
          Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
          Map.entry("k", THOUSAND),
          Map.entry("M", THOUSAND.pow(2)),
          Map.entry("G", THOUSAND.pow(3)),
          Map.entry("T", THOUSAND.pow(4)),
          Map.entry("P", THOUSAND.pow(5)),
          Map.entry("E", THOUSAND.pow(6)),
          Map.entry("Ki", KIBI),
          Map.entry("Mi", KIBI.pow(2)),
          Map.entry("Gi", KIBI.pow(3)),
          Map.entry("Ti", KIBI.pow(4)),
          Map.entry("Pi", KIBI.pow(5)),
          Map.entry("Ei", KIBI.pow(6)));

  /** What a text tells; empty where it is none. */
  public static Optional<Quantity> in(String text) {
    var number = NUMBER.matcher(text);
    if (number.matches()) {
      var unit = Optional.ofNullable(number.group(2)).map(UNITS::get).orElse(BigDecimal.ONE);
      return Optional.of(new Quantity(text, new BigDecimal(number.group(1)).multiply(unit)));
    }
    try {
      var time = Instant.parse(text);
      return Optional.of(
          new Quantity(
              text,
              BigDecimal.valueOf(time.getEpochSecond())
                  .add(BigDecimal.valueOf(time.getNano(), 9))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What a number with this suffix is multiplied by; empty where it is none of Kubernetes'. */
  public static Optional<BigDecimal> factor(String suffix) {
    return suffix.isEmpty() ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(UNITS.get(suffix));
  }

  /**
   * What a text tells.
   *
   * @throws IllegalArgumentException with a message for the user if it is none
   */
  public static Quantity of(String text) {
    return in(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is no number; expected one such as 3, 500m or 64Mi"));
  }

  /** How one is to the other, as comparators say it; empty where they cannot be compared. */
  static Optional<Integer> compare(Object one, Optional<Object> other) {
    return in(String.valueOf(one))
        .flatMap(first -> other.flatMap(value -> in(String.valueOf(value))).map(first::compareTo));
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }
}
