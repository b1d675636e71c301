package dev.podproof.lint.workload;

import dev.podproof.manifest.KubectlYaml;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of a manifest and where it stands. One that is absent answers as an empty one, with the
 * place of what should hold it. Immutable.
 */
public final class YamlValue {
  private final Place place;
  private final @Nullable Node node;

  private YamlValue(Place place, @Nullable Node node) {
    this.place = place;
    this.node = node;
  }

  /** The root of a document. */
  public static YamlValue root(String file, Node node) {
    return new YamlValue(placeOf(file, node), node);
  }

  /** What a file does not say. */
  public static YamlValue absent(String file) {
    return new YamlValue(new Place(file, 1, 1), null);
  }

  private static Place placeOf(String file, Node node) {
    return node.getStartMark()
        .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new Place(file, 1, 1));
  }

  /** What the parser made of it, with its marks, for those who edit the text; empty if absent. */
  public Optional<Node> node() {
    return Optional.ofNullable(node);
  }

  /** Where the field, or the item of a list, begins. */
  public Place place() {
    return place;
  }

  /** Whether it is written and not null. */
  public boolean present() {
    return node != null && !node.getTag().equals(Tag.NULL);
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The text of a scalar; empty for anything else. */
  public String text() {
    return present() && node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The text, or another where it is empty. */
  public String textOr(String otherwise) {
    return text().isEmpty() ? otherwise : text();
  }

  /** The whole number that it is. */
  public OptionalLong number() {
    var value = value();
    return value instanceof Integer || value instanceof Long
        ? OptionalLong.of(((Number) value).longValue())
        : OptionalLong.empty();
  }

  /** Whether it says true. */
  public boolean isTrue() {
    return Boolean.TRUE.equals(value());
  }

  private @Nullable Object value() {
    return node instanceof ScalarNode ? KubectlYaml.value(node) : null;
  }

  /** The items of a list; none for anything else. */
  public List<YamlValue> items() {
    return node instanceof SequenceNode list
        ? list.getValue().stream()
            .map(item -> new YamlValue(placeOf(place.file(), item), item))
            .toList()
        : List.of();
  }

  /** The texts of a list of scalars. */
  public List<String> texts() {
    return items().stream().map(YamlValue::text).toList();
  }

  /** What is below a path of keys. */
  public YamlValue at(String... path) {
    return Arrays.stream(path).reduce(this, YamlValue::field, (a, b) -> b);
  }

  private YamlValue field(String key) {
    return Optional.ofNullable(fields().get(key)).orElse(new YamlValue(place, null));
  }

  /** The fields of an object in the order in which they are written, merge keys resolved. */
  public Map<String, YamlValue> fields() {
    var fields = new LinkedHashMap<String, YamlValue>();
    if (node instanceof MappingNode mapping) {
      KubectlYaml.fields(mapping)
          .forEach(
              (name, field) ->
                  fields.put(
                      name,
                      new YamlValue(
                          placeOf(place.file(), field.getKeyNode()), field.getValueNode())));
    }
    return fields;
  }
}
