package dev.podproof.cluster;

import dev.podproof.settings.ClusterChoice;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a cluster is obtained from.
 *
 * @param home the project's folder, where node-image/build is; empty path where there is none
 * @param cache the folder that holds what was built, images/ among it
 * @param environment the process's environment variables
 */
public record ClusterSettings(
    ClusterChoice choice, Path home, Path cache, Map<String, String> environment) {
  public ClusterSettings {
    environment = Map.copyOf(environment);
  }
}
