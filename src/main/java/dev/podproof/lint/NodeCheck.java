package dev.podproof.lint;

import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.workload.Place;
import dev.podproof.lint.workload.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What YAML allows and manifests must not have: two keys of one name, aliases without bounds. */
final class NodeCheck {
  /** Far above any manifest, and walked through in a moment. */
  private static final long MOST_NODES = 1_000_000;

  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{-?\\s*\\.(?:Values|Release|Chart)");

  private final String file;
  private final IdentityHashMap<Node, Long> sizes = new IdentityHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  NodeCheck(String file) {
    this.file = file;
  }

  /**
   * What was found in a document.
   *
   * @param usable whether the document can be walked through
   */
  record Faults(List<Finding> findings, boolean usable) {}

  Faults of(Node root) {
    var tooLarge = size(root) > MOST_NODES;
    if (tooLarge) {
      findings.add(
          InputFault.NOT_READABLE.at(
              place(root),
              "its aliases refer to each other, or expand to more than a million values"));
    }
    return new Faults(findings, !tooLarge);
  }

  // With every alias written out; one that holds itself never ends.
  private long size(Node node) {
    var known = sizes.putIfAbsent(node, MOST_NODES + 1);
    if (known != null) {
      return known;
    }
    var size = 1L;
    if (node instanceof MappingNode mapping) {
      checkKeys(mapping);
      for (var tuple : mapping.getValue()) {
        size += size(tuple.getKeyNode()) + size(tuple.getValueNode());
      }
    } else if (node instanceof SequenceNode list) {
      for (var item : list.getValue()) {
        size += size(item);
      }
    } else if (node instanceof ScalarNode scalar && TEMPLATE.matcher(scalar.getValue()).find()) {
      findings.add(
          InputFault.TEMPLATE.at(
              place(node),
              "the value holds a template: " + scalar.getValue().lines().findFirst().orElse("")));
    }
    size = Math.min(size, MOST_NODES + 1);
    sizes.put(node, size);
    return size;
  }

  private void checkKeys(MappingNode mapping) {
    var seen = new HashSet<String>();
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode();
      var text =
          Optional.of(key)
              .filter(ScalarNode.class::isInstance)
              .map(k -> ((ScalarNode) k).getValue());
      if (text.isEmpty()) {
        findings.add(
            InputFault.TEMPLATE.at(
                place(key), "a field has an object for its name, as {{ }} that was not rendered"));
      } else if (!seen.add(text.get())) {
        findings.add(
            InputFault.DUPLICATE_KEY.at(
                place(key), "the field " + text.get() + " stands here for the second time"));
      }
    }
  }

  private Place place(Node node) {
    return YamlValue.root(file, node).place();
  }
}
