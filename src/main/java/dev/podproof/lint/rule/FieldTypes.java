package dev.podproof.lint.rule;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.podproof.lint.workload.YamlValue;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Values of another type than the API's field has, which it refuses. */
final class FieldTypes {
  /** k8s.io/apimachinery, pkg/api/resource: Quantity. */
  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?");

  private FieldTypes() {}

  /**
   * A value of another type.
   *
   * @param inWords such as: the number 8080 where spec.containers[0].env[0].value takes a text
   */
  record Mistyped(YamlValue value, String inWords) {}

  static Stream<Mistyped> in(YamlValue object, Class<?> type) {
    return within(object, type, "");
  }

  private static Stream<Mistyped> within(YamlValue object, Class<?> type, String path) {
    var known = Schema.fields(type);
    return object.fields().entrySet().stream()
        .filter(entry -> entry.getValue().present())
        .flatMap(
            entry ->
                Optional.ofNullable(known.get(entry.getKey())).stream()
                    .flatMap(
                        field ->
                            behind(
                                field.getGenericType(),
                                entry.getValue(),
                                path.isEmpty() ? entry.getKey() : path + "." + entry.getKey())));
  }

  private static Stream<Mistyped> behind(Type type, YamlValue value, String path) {
    if (type instanceof ParameterizedType generic) {
      var inner = generic.getActualTypeArguments();
      return generic.getRawType().equals(List.class)
          ? list(inner[0], value, path)
          : generic.getRawType().equals(Map.class) ? map(inner[1], value, path) : Stream.empty();
    }
    if (type.equals(String.class)) {
      return unless(isText(value), value, path, "a text", "; put it in quotes");
    }
    if (type.equals(Integer.class) || type.equals(Long.class)) {
      return unless(is(value, Tag.INT), value, path, "a whole number", "");
    }
    if (type.equals(Boolean.class)) {
      return unless(is(value, Tag.BOOL), value, path, "true or false", "");
    }
    if (type.equals(Quantity.class)) {
      return unless(isQuantity(value), value, path, "a quantity, such as 500m or 64Mi", "");
    }
    return type instanceof Class<?> model
            && model.isAnnotationPresent(JsonPropertyOrder.class)
            && !model.equals(IntOrString.class)
        ? value.isMapping()
            ? within(value, model, path)
            : unless(false, value, path, "an object", "")
        : Stream.empty();
  }

  private static Stream<Mistyped> list(Type item, YamlValue value, String path) {
    var items = value.items();
    return value.isList()
        ? IntStream.range(0, items.size())
            .boxed()
            .filter(i -> items.get(i).present())
            .flatMap(i -> behind(item, items.get(i), path + "[" + i + "]"))
        : unless(false, value, path, "a list", "");
  }

  private static Stream<Mistyped> map(Type item, YamlValue value, String path) {
    return value.isMapping()
        ? value.fields().entrySet().stream()
            .filter(entry -> entry.getValue().present())
            .flatMap(entry -> behind(item, entry.getValue(), path + "." + entry.getKey()))
        : unless(false, value, path, "an object", "");
  }

  private static Stream<Mistyped> unless(
      boolean right, YamlValue value, String path, String takes, String cure) {
    return right
        ? Stream.empty()
        : Stream.of(
            new Mistyped(value, found(value) + " where " + path + " takes " + takes + cure));
  }

  private static String found(YamlValue value) {
    if (!isScalar(value)) {
      return value.isList() ? "a list" : "an object";
    }
    if (is(value, Tag.BOOL)) {
      var meant = String.valueOf(value.isTrue());
      var written = value.text().equalsIgnoreCase(meant);
      return value.text() + (written ? "" : ", which YAML reads as " + meant + ",");
    }
    return (is(value, Tag.INT, Tag.FLOAT) ? "the number " : "the text ") + value.text();
  }

  private static boolean isText(YamlValue value) {
    return isScalar(value) && !is(value, Tag.INT, Tag.FLOAT, Tag.BOOL);
  }

  private static boolean isQuantity(YamlValue value) {
    return is(value, Tag.INT, Tag.FLOAT)
        || (isScalar(value) && QUANTITY.matcher(value.text()).matches());
  }

  private static boolean isScalar(YamlValue value) {
    return value.node().filter(ScalarNode.class::isInstance).isPresent();
  }

  private static boolean is(YamlValue value, Tag... tags) {
    return value.node().filter(node -> List.of(tags).contains(node.getTag())).isPresent();
  }
}
