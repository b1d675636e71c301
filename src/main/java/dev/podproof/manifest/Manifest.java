package dev.podproof.manifest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The objects of one manifest, in the order in which they are written. Immutable. */
public record Manifest(String source, List<ManifestDocument> documents) {
  public Manifest {
    documents = List.copyOf(documents);
  }

  /**
   * The kinds that it defines itself, which the API server knows once their definitions are applied
   * (Kubernetes docs: Custom Resources).
   */
  public Set<String> definedKinds() {
    return documents.stream()
        .filter(document -> document.kind().equals("CustomResourceDefinition"))
        .map(document -> document.tree().get("spec"))
        .filter(Map.class::isInstance)
        .map(spec -> ((Map<?, ?>) spec).get("names"))
        .filter(Map.class::isInstance)
        .map(names -> String.valueOf(((Map<?, ?>) names).get("kind")))
        .collect(Collectors.toSet());
  }

  /**
   * Reads a file.
   *
   * @param reach what it may reach beyond the scenario's namespace
   * @throws ManifestProblem if there is no such file, or it is no manifest
   */
  public static Manifest read(Path file, Reach reach) {
    if (Files.isDirectory(file)) {
      throw new ManifestProblem(file + " is a folder\n  name a manifest in it");
    }
    if (!Files.isRegularFile(file)) {
      throw new ManifestProblem(
          "there is no manifest "
              + file
              + NearMatches.besides(file)
              + "\n  name a file that exists, from the feature's folder or one above it");
    }
    try {
      return parse(file.toString(), KubectlYaml.text(file), reach);
    } catch (CharacterCodingException e) {
      throw new ManifestProblem(
          "the manifest " + file + " is no text in UTF-8 or UTF-16\n  name a manifest");
    } catch (IOException e) {
      throw new ManifestProblem("the manifest " + file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a text.
   *
   * @param source how messages name where it stands
   * @param reach what it may reach beyond the scenario's namespace
   * @throws ManifestProblem if it is no manifest
   */
  public static Manifest parse(String source, String text, Reach reach) {
    var documents = new ArrayList<ManifestDocument>();
    try {
      for (var node : KubectlYaml.documents(source, text)) {
        documents.addAll(read(source, node, reach));
      }
    } catch (YamlEngineException e) {
      throw new ManifestProblem(template(source, text).orElseGet(() -> notYaml(source, e)));
    }
    if (documents.isEmpty()) {
      throw new ManifestProblem(
          source
              + " holds no object; expected at least one with apiVersion, kind and metadata.name");
    }
    return new Manifest(source, documents);
  }

  /**
   * The same but for one object.
   *
   * @param object its kind, in any case, and its name, such as: service my-database
   * @throws ManifestProblem if it has no such object, or no other one
   */
  public Manifest without(String object) {
    var others = documents.stream().filter(one -> !one.title().equalsIgnoreCase(object)).toList();
    if (others.size() == documents.size() || others.isEmpty()) {
      throw new ManifestProblem(
          source
              + (others.isEmpty() ? " has nothing but " : " has no ")
              + object
              + "; it has "
              + documents.stream().map(ManifestDocument::title).collect(Collectors.joining(", ")));
    }
    return new Manifest(source, others);
  }

  private static List<ManifestDocument> read(String source, Node node, Reach reach) {
    var value = KubectlYaml.value(node);
    return value == null ? List.of() : objects(source, value, new FieldLines(node), reach);
  }

  private static List<ManifestDocument> objects(
      String source, Object value, FieldLines lines, Reach reach) {
    var place = source + ":" + lines.first();
    if (!(value instanceof Map<?, ?> map)) {
      throw new ManifestProblem(
          place
              + ": expected an object with apiVersion and kind, found "
              + (value instanceof List ? "a list" : "the text \"" + value + "\""));
    }
    var tree = textual(map);
    // Lists of every kind hold objects (Kubernetes docs: API concepts, Collections).
    if (String.valueOf(tree.get("kind")).endsWith("List")
        && tree.get("items") instanceof List<?> items) {
      return IntStream.range(0, items.size())
          .boxed()
          .flatMap(i -> objects(source, items.get(i), lines.item(i), reach).stream())
          .toList();
    }
    return List.of(document(place, tree, lines, reach));
  }

  private static ManifestDocument document(
      String place, Map<String, Object> tree, FieldLines lines, Reach reach) {
    var kind = required(place, tree, "kind");
    required(place, tree, "apiVersion");
    var metadata =
        tree.get("metadata") instanceof Map<?, ?> map
            ? textual(map)
            : new java.util.LinkedHashMap<String, Object>();
    if (!(metadata.get("name") instanceof String name)) {
      throw new ManifestProblem(place + ": " + kind + " has no metadata.name; give it one");
    }
    var which = place + ": " + kind + " " + name;
    if (reach.forbids(kind)) {
      throw new ManifestProblem(
          which
              + " belongs to no namespace, and every scenario works in one of its own\n"
              + "  allow it: --allow-cluster-scoped; it is then made for the scenario and removed at its end");
    }
    if (reach.namespaces().contains(String.valueOf(metadata.get("namespace")))) {
      metadata.remove("namespace");
      tree.put("metadata", metadata);
    }
    if (metadata.containsKey("namespace")) {
      throw new ManifestProblem(
          which
              + " names the namespace "
              + metadata.get("namespace")
              + "; every scenario has a namespace of its own\n  remove metadata.namespace, or let it stand for that one: --namespace-map "
              + metadata.get("namespace")
              + "=scenario");
    }
    return new ManifestDocument(place, kind, name, tree, lines);
  }

  private static String required(String place, Map<String, Object> tree, String field) {
    if (tree.get(field) instanceof String value && !value.isEmpty()) {
      return value;
    }
    throw new ManifestProblem(place + ": expected an object with " + field + ", which is missing");
  }

  private static Map<String, Object> textual(Map<?, ?> map) {
    var copy = new java.util.LinkedHashMap<String, Object>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    copy.values().removeIf(java.util.Objects::isNull);
    return copy;
  }

  // What Helm and its like have not yet rendered is hardly ever YAML, and its line says why.
  private static Optional<String> template(String source, String text) {
    var line = text.lines().takeWhile(one -> !one.contains("{{")).count() + 1;
    return text.contains("{{")
        ? Optional.of(
            source
                + ":"
                + line
                + ": a template that is not rendered: "
                + text.lines().skip(line - 1).findFirst().orElse("").strip()
                + "\n  apply what it renders, such as the output of: helm template CHART")
        : Optional.empty();
  }

  private static String notYaml(String source, YamlEngineException e) {
    if (!(e instanceof MarkedYamlEngineException marked)) {
      return source + " is not YAML: " + e.getMessage();
    }
    var place =
        marked
            .getProblemMark()
            .map(m -> source + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
            .orElse(source);
    return place + ": not YAML: " + marked.getProblem() + "\n  mend that line; nothing was started";
  }
}
