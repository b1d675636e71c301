package dev.podproof.explanation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the content of objects, where anything may be absent. */
final class Json {
  private Json() {}

  /** What stands at the end of the keys; null where it is absent. */
  static @Nullable Object at(@Nullable Object value, String... keys) {
    var found = value;
    for (var key : keys) {
      found = map(found).get(key);
    }
    return found;
  }

  /** The text at the end of the keys; empty where it is absent. */
  static String text(@Nullable Object value, String... keys) {
    var found = at(value, keys);
    return found == null ? "" : String.valueOf(found);
  }

  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The elements at the end of the keys; none where it is absent. */
  static Stream<?> list(@Nullable Object value, String... keys) {
    return at(value, keys) instanceof List<?> list ? list.stream() : Stream.of();
  }

  /** The element of a list whose field name is that; an empty map where there is none. */
  static Map<?, ?> named(Stream<?> list, String name) {
    return list.filter(one -> text(one, "name").equals(name))
        .findFirst()
        .<Map<?, ?>>map(Json::map)
        .orElse(Map.of());
  }
}
