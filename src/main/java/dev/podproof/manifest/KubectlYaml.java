package dev.podproof.manifest;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.DuplicateKeyException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML as kubectl reads it, for whatever is or describes an object of Kubernetes. Plain words are
 * those of {@link KubectlSchema}, names of fields are texts, and a merge key stands for its fields
 * at its own place, so that it replaces those before it (k8s.io/apimachinery: util/yaml/decoder.go;
 * sigs.k8s.io/yaml: yaml.go; go.yaml.in/yaml/v2: decode.go).
 */
public final class KubectlYaml {
  /** The most of a text, in characters; far above any file of manifests. */
  public static final int LARGEST = 16 * 1024 * 1024;

  /** Far above any manifest, and walked through in a moment. */
  private static final long MOST_VALUES = 1_000_000;

  private KubectlYaml() {}

  /**
   * The text of a file. Its first bytes tell which of the encodings of YAML it is in; most have no
   * such mark.
   *
   * @throws java.nio.charset.CharacterCodingException if it is in no such encoding
   */
  public static String text(Path file) throws IOException {
    try (var in = new YamlUnicodeReader(Files.newInputStream(file))) {
      var text = new StringWriter();
      in.transferTo(text);
      return text.toString();
    }
  }

  /**
   * What makes the nodes of documents of a text, one after the other, each with its marks. Their
   * aliases may have no bounds yet.
   *
   * @param label how the marks name where the text stands
   * @param length of the text, about
   */
  public static Compose nodes(String label, int length) {
    return new Compose(
        LoadSettings.builder()
            .setLabel(label)
            .setUseMarks(true)
            // The parser copies what it has of a word or a comment with each bufferful that it
            // adds.
            .setBufferSize(Math.max(1024, Math.min(length + 1, 1024 * 1024)))
            .setCodePointLimit(LARGEST)
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(1000)
            .setSchema(new KubectlSchema())
            .build());
  }

  /**
   * The documents of a text, all of which can be walked through.
   *
   * @throws YamlEngineException if it is not YAML, or too deep or too large
   */
  public static List<Node> documents(String label, String text) {
    if (text.length() > LARGEST) {
      throw new YamlEngineException("it is larger than 16 MiB");
    }
    var documents = new ArrayList<Node>();
    try {
      for (var node : nodes(label, text.length()).composeAllFromString(text)) {
        if (isBoundless(node)) {
          throw new ComposerException("its aliases have no bounds", node.getStartMark());
        }
        documents.add(node);
      }
    } catch (StackOverflowError e) {
      throw new YamlEngineException("it is nested too deeply", e);
    }
    return documents;
  }

  /** Whether its aliases refer to each other, or expand to more than a million values. */
  public static boolean isBoundless(Node root) {
    return size(root, new IdentityHashMap<>()) > MOST_VALUES;
  }

  // With every alias written out; one that holds itself never ends.
  private static long size(Node node, Map<Node, Long> sizes) {
    var known = sizes.putIfAbsent(node, MOST_VALUES + 1);
    if (known != null) {
      return known;
    }
    var size = 1L;
    if (node instanceof MappingNode object) {
      for (var field : object.getValue()) {
        size += size(field.getKeyNode(), sizes) + size(field.getValueNode(), sizes);
      }
    } else if (node instanceof SequenceNode list) {
      for (var item : list.getValue()) {
        size += size(item, sizes);
      }
    }
    size = Math.min(size, MOST_VALUES + 1);
    sizes.put(node, size);
    return size;
  }

  /**
   * What a node of a document with bounds says: a map of texts in the order in which it is written,
   * a list, a text, a number, true or false, or null. Maps and lists may be changed.
   *
   * @throws YamlEngineException if a field stands twice or has no text for its name, or a merge key
   *     has no object
   */
  public static @Nullable Object value(Node node) {
    if (node instanceof MappingNode object) {
      check(object);
      var values = new LinkedHashMap<String, @Nullable Object>();
      fields(object).forEach((name, field) -> values.put(name, value(field.getValueNode())));
      return values;
    }
    if (node instanceof SequenceNode list) {
      var values = new ArrayList<@Nullable Object>();
      list.getValue().forEach(item -> values.add(value(item)));
      return values;
    }
    return KubectlSchema.value((ScalarNode) node);
  }

  private static void check(MappingNode object) {
    var names = new HashSet<String>();
    for (var field : object.getValue()) {
      var key = field.getKeyNode();
      if (!(key instanceof ScalarNode) || key.getTag().equals(Tag.NULL)) {
        throw new ComposerException(
            "expected the name of a field, found "
                + (key instanceof ScalarNode ? "nothing" : "an object or a list"),
            key.getStartMark());
      }
      if (isMerge(key)) {
        checkMerged(field.getValueNode());
      } else if (!names.add(name(key))) {
        throw new DuplicateKeyException(object.getStartMark(), name(key), key.getStartMark());
      }
    }
  }

  private static void checkMerged(Node value) {
    if (!merged(value).stream().allMatch(MappingNode.class::isInstance)) {
      throw new ComposerException(
          "expected an object to merge, or a list of such", value.getStartMark());
    }
  }

  /** The fields of an object by their names, merge keys resolved. */
  public static Map<String, NodeTuple> fields(MappingNode object) {
    var fields = new LinkedHashMap<String, NodeTuple>();
    for (var field : object.getValue()) {
      if (isMerge(field.getKeyNode())) {
        var merged = merged(field.getValueNode());
        // Of several the first goes before the others.
        for (var i = merged.size() - 1; i >= 0; i--) {
          if (merged.get(i) instanceof MappingNode from) {
            fields.putAll(fields(from));
          }
        }
      } else {
        fields.put(name(field.getKeyNode()), field);
      }
    }
    return fields;
  }

  private static List<Node> merged(Node value) {
    return value instanceof SequenceNode list ? list.getValue() : List.of(value);
  }

  private static boolean isMerge(Node key) {
    return key instanceof ScalarNode plain
        && plain.getValue().equals("<<")
        && plain.getScalarStyle() == ScalarStyle.PLAIN;
  }

  // JSON has texts alone for names (sigs.k8s.io/yaml: YAMLToJSON).
  private static String name(Node key) {
    if (!(key instanceof ScalarNode scalar)) {
      return "";
    }
    var value = KubectlSchema.value(scalar);
    return value == null ? scalar.getValue() : value.toString();
  }
}
