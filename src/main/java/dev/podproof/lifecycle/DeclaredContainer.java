package dev.podproof.lifecycle;

import java.util.List;
import java.util.Set;

/**
 * A container as its pod's spec declares it.
 *
 * @param name unique in its pod, over all roles
 * @param volumes the names of the volumes that it mounts
 * @param words command and arguments in order; empty where the image's own are used
 */
public record DeclaredContainer(
    String name, ContainerRole role, String image, List<String> words, Set<String> volumes) {
  public DeclaredContainer {
    words = List.copyOf(words);
    volumes = Set.copyOf(volumes);
  }
}
