package dev.podproof.recorder;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Hides the values of Secrets in a text: as they are, quoted as JSON, XML, HTML and shells quote,
 * and encoded in base64, as part of a URL and in hexadecimal. Immutable.
 */
public final class Redaction implements UnaryOperator<String> {
  private static final String MASK = "[hidden: value of a Secret]";

  /** No character of Unicode: the mask must not be taken for a value itself. */
  private static final String PLACE = "\uFDD0";

  /** Shorter ones, such as "1" or "yes", stand in every log and give nothing away. */
  private static final int SHORTEST = 4;

  private final List<String> forms;

  private Redaction(List<String> forms) {
    this.forms = forms;
  }

  /** A redaction of these values; of one with several lines each line is hidden as well. */
  public static Redaction of(Collection<String> values) {
    return new Redaction(
        Disguises.longestFirst(
            values.stream()
                .flatMap(value -> Stream.concat(Stream.of(value), value.lines()))
                .map(String::strip)
                .filter(value -> value.length() >= SHORTEST)));
  }

  /** The text without the values. */
  @Override
  public String apply(String text) {
    var shown = text;
    for (var form : forms) {
      shown = shown.replace(form, PLACE);
    }
    return shown.equals(text) ? text : shown.replace(PLACE, MASK);
  }
}
