package dev.podproof.cli;

import dev.podproof.cluster.Clusters;
import dev.podproof.cluster.image.ImageCatalogue;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which images a cluster of ours can have: those that this machine brings, and those of a registry
 * where one is in reach. There a name alone, such as my-webapp, is taken for an image that is still
 * to be made.
 */
final class ImagesAtHand implements Predicate<String> {
  private final Map<String, String> environment;
  private final ImageCatalogue archives;
  private final ImageCatalogue brought;

  /** Those of the archives that were given, and of the machine. */
  ImagesAtHand(Map<String, String> environment, ImageCatalogue archives) {
    this.environment = environment;
    this.archives = archives;
    this.brought = ImageCatalogue.read(RunCommand.cache(environment).resolve("images"));
  }

  @Override
  public boolean test(String image) {
    return isHere(image) || isPulled(image);
  }

  private boolean isHere(String image) {
    return archives.has(image) || brought.has(image);
  }

  /** Whether it is not here and taken, by its name, for one that the registry in reach has. */
  boolean isPulled(String image) {
    return !isHere(image) && image.contains("/") && Clusters.registryInReach(environment);
  }
}
