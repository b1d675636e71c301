package dev.podproof.explanation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Amounts of a resource (Kubernetes API: resource.Quantity). Pure. */
final class Quantities {
  private static final BigDecimal MEBI = new BigDecimal(1L << 20);
  private static final Pattern QUANTITY = Pattern.compile("([0-9.]+)([eE][+-]?[0-9]+|[a-zA-Z]*)");
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.ofEntries(
          Map.entry("n", new BigDecimal("1e-9")),
          Map.entry("u", new BigDecimal("1e-6")),
          Map.entry("m", new BigDecimal("1e-3")),
          Map.entry("", BigDecimal.ONE),
          Map.entry("k", new BigDecimal("1e3")),
          Map.entry("M", new BigDecimal("1e6")),
          Map.entry("G", new BigDecimal("1e9")),
          Map.entry("T", new BigDecimal("1e12")),
          Map.entry("P", new BigDecimal("1e15")),
          Map.entry("E", new BigDecimal("1e18")),
          Map.entry("Ki", new BigDecimal(1L << 10)),
          Map.entry("Mi", MEBI),
          Map.entry("Gi", new BigDecimal(1L << 30)),
          Map.entry("Ti", new BigDecimal(1L << 40)),
          Map.entry("Pi", new BigDecimal(1L << 50)),
          Map.entry("Ei", new BigDecimal(1L << 60)));

  private Quantities() {}

  /** The amount; 0 of what is none. */
  static BigDecimal of(String text) {
    var found = QUANTITY.matcher(text);
    if (!found.matches()) {
      return BigDecimal.ZERO;
    }
    var factor = SUFFIXES.get(found.group(2));
    return factor != null
        ? new BigDecimal(found.group(1)).multiply(factor)
        : found.group(2).matches("[eE].*") ? new BigDecimal(text) : BigDecimal.ZERO;
  }

  /** The amount in words, one of a Mi and more in Mi. */
  static String inWords(BigDecimal amount) {
    return amount.compareTo(MEBI) < 0
        ? amount.stripTrailingZeros().toPlainString()
        : amount.divideToIntegralValue(MEBI).toPlainString() + "Mi";
  }
}
