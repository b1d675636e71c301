package dev.podproof.manifest;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** On which line each field of an object stands, looked for when it is asked. */
record FieldLines(Node node) {
  /** Where the object begins; lines count from 1. */
  int first() {
    return line(node);
  }

  /** Those of one element of a List. */
  FieldLines item(int index) {
    return node instanceof MappingNode mapping
        ? Optional.ofNullable(KubectlYaml.fields(mapping).get("items")).stream()
            .map(NodeTuple::getValueNode)
            .filter(SequenceNode.class::isInstance)
            .map(list -> new FieldLines(((SequenceNode) list).getValue().get(index)))
            .findFirst()
            .orElse(this)
        : this;
  }

  /**
   * The line of a field.
   *
   * @param path such as spec.containers[0].image; a name in it may have dots of its own
   * @return empty where it is not written
   */
  Optional<Integer> of(String path) {
    if (node instanceof MappingNode mapping) {
      return KubectlYaml.fields(mapping).values().stream()
          .flatMap(field -> within(field, path).stream())
          .findFirst();
    }
    var end = path.indexOf(']');
    if (node instanceof SequenceNode list && path.matches("\\[\\d{1,6}\\].*")) {
      var index = Integer.parseInt(path.substring(1, end));
      return index < list.getValue().size()
          ? below(list.getValue().get(index), line(list.getValue().get(index)), path, end + 1)
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Integer> within(NodeTuple field, String path) {
    var key = key(field);
    return !key.isEmpty() && path.startsWith(key)
        ? below(field.getValueNode(), line(field.getKeyNode()), path, key.length())
        : Optional.empty();
  }

  private static Optional<Integer> below(Node value, int line, String path, int done) {
    if (path.length() == done) {
      return Optional.of(line);
    }
    return switch (path.charAt(done)) {
      case '.' -> new FieldLines(value).of(path.substring(done + 1));
      case '[' -> new FieldLines(value).of(path.substring(done));
      default -> Optional.empty();
    };
  }

  private static String key(NodeTuple field) {
    return field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
