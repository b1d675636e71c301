package dev.podproof.cluster;

import dev.podproof.settings.ClusterChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Real clusters for tests, and what their nodes answer. */
public final class TestCluster {
  private TestCluster() {}

  /** The settings of a cluster for one test, with the caches that the launcher uses. */
  public static ClusterSettings settings(ClusterChoice choice) {
    var environment = System.getenv();
    var caches = environment.getOrDefault("XDG_CACHE_HOME", environment.get("HOME") + "/.cache");
    var cache = Path.of(environment.getOrDefault("PODPROOF_CACHE", caches + "/podproof"));
    return new ClusterSettings(choice, Path.of(""), cache, environment);
  }

  /** The first line that a command on the node prints; "null" where none comes in ten seconds. */
  public static String answerOf(Cluster cluster, String command) throws Exception {
    var lines = new LinkedBlockingQueue<String>();
    var node = cluster.node().orElseThrow();
    try (var shell = node.converse(List.of("sh"), lines::add, () -> {})) {
      shell.say(command);
      return String.valueOf(lines.poll(10, TimeUnit.SECONDS));
    }
  }
}
