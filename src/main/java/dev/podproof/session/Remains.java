package dev.podproof.session;

import java.util.List;
import java.util.Map;

/**
 * What is kept of a scenario beside its history.
 *
 * @param applied objects as they were sent to the cluster, in order
 * @param objects that were there at the end, as maps, lists, strings, numbers and booleans; values
 *     of Secrets left out
 * @param missing what could not be had, a line each
 * @param cluster name and version of the cluster; empty texts where none was begun
 */
public record Remains(
    List<Map<String, Object>> applied,
    List<Map<String, Object>> objects,
    List<String> missing,
    ClusterFacts cluster) {
  /** Nothing: no cluster was asked. */
  public static final Remains NONE =
      new Remains(List.of(), List.of(), List.of(), new ClusterFacts("", ""));

  public Remains {
    applied = List.copyOf(applied);
    objects = List.copyOf(objects);
    missing = List.copyOf(missing);
  }

  /** Which cluster it was, in words, and its version of Kubernetes, such as v1.37.2. */
  public record ClusterFacts(String name, String kubernetes) {}
}
