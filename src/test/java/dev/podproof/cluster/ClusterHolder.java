package dev.podproof.cluster;

import dev.podproof.settings.ClusterChoice;
import java.nio.file.Path;

/** A process of its own that obtains a cluster and holds it until it is killed. */
final class ClusterHolder {
  private ClusterHolder() {}

  public static void main(String[] args) throws InterruptedException {
    try (var cluster = Clusters.obtain(settings(), line -> {})) {
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
      System.out.println("holds " + cluster.name());
      Thread.currentThread().join();
    }
  }

  static ClusterSettings settings() {
    var environment = System.getenv();
    var home = Path.of(environment.getOrDefault("HOME", "."));
    var cache = environment.getOrDefault("XDG_CACHE_HOME", home.resolve(".cache").toString());
    return new ClusterSettings(
        new ClusterChoice.Auto(),
        Path.of(""),
        Path.of(environment.getOrDefault("PODPROOF_CACHE", cache + "/podproof")),
        environment);
  }
}
