package dev.podproof.action;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The patch that takes a patch back, as a JSON merge patch (RFC 7386): null removes a field. */
final class Reversal {
  private Reversal() {}

  /** Each field that the change names, as it was before; lists as a whole. */
  static Map<String, @Nullable Object> of(Map<?, ?> change, Map<?, ?> before) {
    var back = new LinkedHashMap<String, @Nullable Object>();
    change.forEach(
        (field, value) -> {
          var was = before.get(field);
          back.put(
              String.valueOf(field),
              value instanceof Map<?, ?> inner && was instanceof Map<?, ?> outer
                  ? of(inner, outer)
                  : was);
        });
    return back;
  }
}
