package dev.podproof.cli;

import java.util.List;

/**
 * The versions of Kubernetes that the node image can be built of (node-image/build has them too).
 */
final class NodeVersions {
  static final List<String> ALL = List.of("1.37.2", "1.36.3", "1.35.4", "1.34.4");

  private NodeVersions() {}

  /**
   * A version in full, also where only its minor is named, such as 1.34.
   *
   * @throws IllegalArgumentException if there is no such node image
   */
  static String whole(String version) {
    return ALL.stream()
        .filter(one -> one.equals(version) || one.startsWith(version + "."))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--kubernetes is "
                        + version
                        + "; there is a node image of "
                        + String.join(", ", ALL)));
  }
}
