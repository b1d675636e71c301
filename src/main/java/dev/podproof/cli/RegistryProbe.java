package dev.podproof.cli;

import dev.podproof.cluster.Clusters;

/** Tells the launcher, in a word, whether a registry is in reach. */
public final class RegistryProbe {
  private RegistryProbe() {}

  /** Prints true or false, within three seconds. */
  public static void main(String[] args) {
    System.out.println(Clusters.reachesRegistry());
    System.exit(0);
  }
}
