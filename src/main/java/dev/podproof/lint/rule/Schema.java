package dev.podproof.lint.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.podproof.lint.workload.YamlValue;
import dev.podproof.manifest.NearMatches;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields of the API's objects, as the model of the Kubernetes client has them. */
final class Schema {
  private static final String MODEL = "io.fabric8.kubernetes.api.model";

  private Schema() {}

  /**
   * A field that is not known.
   *
   * @param meant a phrase that names near ones, or nothing
   */
  record Unknown(String path, YamlValue value, String meant) {}

  static Stream<Unknown> unknownIn(YamlValue object, Class<?> type) {
    return unknownIn(object, type, "");
  }

  private static Stream<Unknown> unknownIn(YamlValue object, Class<?> type, String path) {
    // A type without an order of properties is written as one value, such as a quantity.
    if (!type.isAnnotationPresent(JsonPropertyOrder.class) || !object.isMapping()) {
      return Stream.empty();
    }
    var known = fields(type);
    return object.fields().entrySet().stream()
        .flatMap(
            entry -> {
              var below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              var field = known.get(entry.getKey());
              return field == null
                  ? Stream.of(new Unknown(below, entry.getValue(), meant(entry.getKey(), known)))
                  : unknownBehind(field, entry.getValue(), below);
            });
  }

  private static Stream<Unknown> unknownBehind(Field field, YamlValue value, String path) {
    if (!List.class.isAssignableFrom(field.getType())) {
      return unknownIn(value, modelOf(field.getType()), path);
    }
    var type = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    var items = value.items();
    return IntStream.range(0, items.size())
        .boxed()
        .flatMap(i -> unknownIn(items.get(i), modelOf(type), path + "[" + i + "]"));
  }

  // Texts, numbers and maps have no fields that could be unknown.
  private static Class<?> modelOf(java.lang.reflect.Type type) {
    return type instanceof Class<?> known && known.getName().startsWith(MODEL)
        ? known
        : Object.class;
  }

  /** The fields of one of its types; none where it is no such type. */
  static Map<String, Field> fields(Class<?> type) {
    var fields = new LinkedHashMap<String, Field>();
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(JsonProperty.class))
        .forEach(field -> fields.put(field.getAnnotation(JsonProperty.class).value(), field));
    return fields;
  }

  private static String meant(String written, Map<String, Field> known) {
    var near = NearMatches.of(written, known.keySet());
    return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
  }
}
