package dev.podproof.explanation;

import dev.podproof.expectation.Quantity;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts of a resource (Kubernetes API: resource.Quantity). Pure. */
final class Quantities {
  private static final BigDecimal MEBI = new BigDecimal(1L << 20);
  private static final Pattern QUANTITY = Pattern.compile("([0-9.]+)([eE][+-]?[0-9]+|[a-zA-Z]*)");

  private Quantities() {}

  /** The amount; 0 of what is none. */
  static BigDecimal of(String text) {
    var found = QUANTITY.matcher(text);
    if (!found.matches()) {
      return BigDecimal.ZERO;
    }
    return Quantity.factor(found.group(2))
        .map(new BigDecimal(found.group(1))::multiply)
        .orElseGet(() -> found.group(2).matches("[eE].*") ? new BigDecimal(text) : BigDecimal.ZERO);
  }

  /** The amount in words, one of a Mi and more in Mi. */
  static String inWords(BigDecimal amount) {
    return amount.compareTo(MEBI) < 0
        ? amount.stripTrailingZeros().toPlainString()
        : amount.divideToIntegralValue(MEBI).toPlainString() + "Mi";
  }
}
