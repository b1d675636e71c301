package dev.podproof.recorder;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Hides the values of Secrets in a text. */
public final class Redaction implements UnaryOperator<String> {
  private static final String MASK = "[hidden: value of a Secret]";

  /** Shorter ones, such as "1" or "yes", stand in every log and give nothing away. */
  private static final int SHORTEST = 4;

  private final List<String> values;

  private Redaction(List<String> values) {
    this.values = values;
  }

  /** A redaction of these values; of one with several lines each line is hidden as well. */
  public static Redaction of(Collection<String> values) {
    return new Redaction(
        values.stream()
            .flatMap(String::lines)
            .map(String::strip)
            .filter(value -> value.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList());
  }

  /** The text without the values. */
  @Override
  public String apply(String text) {
    var shown = text;
    for (var value : values) {
      shown = shown.replace(value, MASK);
    }
    return shown;
  }
}
