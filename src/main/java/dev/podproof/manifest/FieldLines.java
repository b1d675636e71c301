package dev.podproof.manifest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * On which line each field of an object stands.
 *
 * @param byPath such as spec.containers[0].image; lines count from 1
 */
record FieldLines(Map<String, Integer> byPath) {
  /** Deeper than any object of Kubernetes; an alias that holds itself ends there. */
  private static final int DEEPEST = 40;

  /** More than any object has: an alias may stand for very many. */
  private static final int MOST = 50_000;

  static FieldLines of(Node node) {
    var lines = new LinkedHashMap<String, Integer>();
    add(lines, "", node, 0);
    return new FieldLines(lines);
  }

  /** Those of one element of a List. */
  FieldLines item(int index) {
    var lines = new LinkedHashMap<String, Integer>();
    var before = "items[" + index + "].";
    byPath.forEach(
        (path, line) -> {
          if (path.startsWith(before)) {
            lines.put(path.substring(before.length()), line);
          }
        });
    return new FieldLines(lines);
  }

  private static void add(Map<String, Integer> lines, String path, Node node, int depth) {
    if (depth > DEEPEST || lines.size() > MOST) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      for (var field : mapping.getValue()) {
        if (field.getKeyNode() instanceof ScalarNode key) {
          var below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
          lines.put(below, line(key));
          add(lines, below, field.getValueNode(), depth + 1);
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (var i = 0; i < list.getValue().size(); i++) {
        var below = path + "[" + i + "]";
        lines.put(below, line(list.getValue().get(i)));
        add(lines, below, list.getValue().get(i), depth + 1);
      }
    }
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
