package dev.podproof.cluster;

import dev.podproof.cluster.image.ImageCatalogue;
import dev.podproof.settings.ClusterChoice;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a cluster is obtained from.
 *
 * @param home the project's folder, where node-image/build is; empty path where there is none
 * @param cache the folder that holds what was built, images/ among it
 * @param environment the process's environment variables
 * @param images what a started cluster is served under names of its own
 * @param mirrors registries that a started cluster asks after ours and before the real ones
 * @param withRuntime whether the container runtime is listened to where it can be
 */
public record ClusterSettings(
    ClusterChoice choice,
    Path home,
    Path cache,
    Map<String, String> environment,
    ImageCatalogue images,
    List<URI> mirrors,
    boolean withRuntime) {
  public ClusterSettings {
    mirrors = List.copyOf(mirrors);
    environment = Map.copyOf(environment);
  }

  /** Without images and mirrors of the user's own. */
  public ClusterSettings(
      ClusterChoice choice, Path home, Path cache, Map<String, String> environment) {
    this(choice, home, cache, environment, ImageCatalogue.empty(), List.of(), true);
  }
}
