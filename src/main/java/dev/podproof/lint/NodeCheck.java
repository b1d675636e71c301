package dev.podproof.lint;

import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.workload.Place;
import dev.podproof.lint.workload.YamlValue;
import dev.podproof.manifest.KubectlYaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What YAML allows and manifests must not have: two keys of one name, aliases without bounds. */
final class NodeCheck {
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{-?\\s*\\.(?:Values|Release|Chart)");

  private final String file;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
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
    check(root);
    var usable = !KubectlYaml.isBoundless(root);
    if (!usable) {
      findings.add(
          InputFault.NOT_READABLE.at(
              place(root),
              "its aliases refer to each other, or expand to more than a million values"));
    }
    return new Faults(findings, usable);
  }

  private void check(Node node) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      checkKeys(mapping);
      for (var field : mapping.getValue()) {
        check(field.getKeyNode());
        check(field.getValueNode());
      }
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::check);
    } else if (node instanceof ScalarNode scalar && TEMPLATE.matcher(scalar.getValue()).find()) {
      findings.add(
          InputFault.TEMPLATE.at(
              place(node),
              "the value holds a template: " + scalar.getValue().lines().findFirst().orElse("")));
    }
  }

  private void checkKeys(MappingNode mapping) {
    var names = new HashSet<String>();
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
      } else if (!names.add(text.get())) {
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
