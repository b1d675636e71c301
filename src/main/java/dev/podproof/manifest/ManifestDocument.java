package dev.podproof.manifest;

import java.util.Map;

/**
 * One object of a manifest.
 *
 * @param source file and line of its first field, such as manifests/web.yaml:3
 * @param tree the object as maps, lists, strings, numbers and booleans
 */
public record ManifestDocument(String source, String kind, String name, Map<String, Object> tree) {
  public ManifestDocument {
    // In the order in which it is written.
    tree = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(tree));
  }

  /** Kind, name and place, such as Pod web (manifests/web.yaml:3). */
  public String inWords() {
    return kind + " " + name + " (" + source + ")";
  }
}
