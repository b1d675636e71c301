package dev.podproof.lint.workload;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A quantity of a resource, such as 500m or 2Gi.
 *
 * @param value empty where none is written, or what is written is none
 */
public record Amount(Optional<BigDecimal> value) {
  /** What a field holds. */
  public static Amount of(YamlValue field) {
    try {
      return new Amount(
          field.text().isEmpty()
              ? Optional.empty()
              : Optional.of(Quantity.getAmountInBytes(Quantity.parse(field.text()))));
    } catch (IllegalArgumentException | ArithmeticException e) {
      return new Amount(Optional.empty()); // no quantity: the API server says so
    }
  }

  /** The value; zero where there is none. */
  public BigDecimal orZero() {
    return value.orElse(BigDecimal.ZERO);
  }

  /** Whether both are there and this one is larger. */
  public boolean isOver(Amount limit) {
    return limit.value.flatMap(most -> value.map(one -> one.compareTo(most) > 0)).orElse(false);
  }
}
