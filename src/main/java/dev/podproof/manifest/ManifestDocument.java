package dev.podproof.manifest;

import java.util.Map;

/**
 * One object of a manifest.
 *
 * @param source file and line of its first field, such as manifests/web.yaml:3
 * @param tree the object as maps, lists, strings, numbers and booleans
 * @param lines the line of each field
 */
public record ManifestDocument(
    String source, String kind, String name, Map<String, Object> tree, FieldLines lines) {
  public ManifestDocument {
    // In the order in which it is written.
    tree = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tree));
  }

  /**
   * Where a field stands; where it is not written, what should hold it.
   *
   * @param field its path as the API server writes it, such as spec.containers[0].image
   */
  public String placeOf(String field) {
    for (var path = field;
        !path.isEmpty();
        path = path.replaceFirst("(?:\\.|^)[^.\\[]+$|\\[\\d+]$", "")) {
      var line = lines.of(path);
      if (line.isPresent()) {
        return source.replaceFirst(":\\d+$", ":" + line.get());
      }
    }
    return source;
  }

  /** Kind and name, such as Pod web. */
  public String title() {
    return kind + " " + name;
  }

  /** Kind, name and place, such as Pod web (manifests/web.yaml:3). */
  public String inWords() {
    return title() + " (" + source + ")";
  }
}
