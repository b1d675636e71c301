package dev.podproof.expectation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way to a field of an object: names with dots between them, and in brackets an index, a key in
 * quotes, or what picks an element of a list, such as
 * status.containerStatuses[name=app].restartCount. Immutable.
 */
public final class FieldPath {
  private static final Pattern STEP =
      Pattern.compile("\\.?([A-Za-z0-9_-]+)|\\[(\\d+)]|\\['([^']+)']|\\[([A-Za-z]+)=([^\\]]+)]");

  private final String text;
  private final List<Step> steps;

  private FieldPath(String text, List<Step> steps) {
    this.text = text;
    this.steps = List.copyOf(steps);
  }

  /** One step of the way. */
  @FunctionalInterface
  private interface Step {
    Optional<Object> from(Object value);
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException with a message for the user if it is none
   */
  public static FieldPath of(String text) {
    var steps = new ArrayList<Step>();
    var at = 0;
    var step = STEP.matcher(text);
    while (at < text.length()) {
      if (!step.find(at) || step.start() != at) {
        throw new IllegalArgumentException(
            "\""
                + text
                + "\" is no path to a field, from \""
                + text.substring(at)
                + "\" on; expected one such as status.containerStatuses[name=app].restartCount");
      }
      steps.add(step(step.group(1), step.group(2), step.group(3), step.group(4), step.group(5)));
      at = step.end();
    }
    return new FieldPath(text, steps);
  }

  private static Step step(String name, String index, String key, String field, String wanted) {
    if (index != null) {
      var number = Integer.parseInt(index);
      return value ->
          value instanceof List<?> list && number < list.size()
              ? Optional.ofNullable(list.get(number))
              : Optional.empty();
    }
    if (field != null) {
      return value ->
          value instanceof List<?> list
              ? list.stream()
                  .filter(
                      one -> one instanceof Map<?, ?> map && wanted.equals(text(map.get(field))))
                  .findFirst()
                  .map(Object.class::cast)
              : Optional.empty();
    }
    var plain = name == null ? key : name;
    return value ->
        value instanceof Map<?, ?> map ? Optional.ofNullable(map.get(plain)) : Optional.empty();
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return String.valueOf(value);
  }

  /** The value there; empty where there is none. */
  public Optional<Object> in(Map<String, Object> object) {
    Optional<Object> value = Optional.of(object);
    for (var step : steps) {
      value = value.flatMap(step::from);
    }
    return value;
  }

  @Override
  public String toString() {
    return text;
  }
}
