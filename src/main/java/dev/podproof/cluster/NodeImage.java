package dev.podproof.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The node image that is built on this machine. */
final class NodeImage {
  private NodeImage() {}

  private static final String REPOSITORY = "podproof/upstream-node:";

  /** Its name; node-image/build gives the same. */
  static String tag(String version) {
    return REPOSITORY + "v" + version;
  }

  /** Whether that is a name of it, and so of no K3s, even where it is passed as one. */
  static boolean isName(String image) {
    return image.startsWith(REPOSITORY);
  }

  /** Builds it, which takes minutes the first time; tells the builder's lines. */
  static void build(Path home, String version, Consumer<String> announce) {
    var builder = home.resolve("node-image").resolve("build");
    if (!Files.isExecutable(builder)) {
      throw new ClusterProblem(
          "no K3s image is on this machine, no registry is in reach, and there is no node-image/build to build a node with\n"
              + "  name an image that this machine has: --k3s-image IMAGE\n"
              + "  or use a cluster that exists: --cluster existing --kubeconfig FILE");
    }
    try {
      var process =
          new ProcessBuilder(builder.toString(), "--kubernetes", version)
              .redirectErrorStream(true)
              .start();
      try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(announce);
      }
      if (process.waitFor() != 0) {
        throw new ClusterProblem(
            "the node image could not be built; the lines above say why\n"
                + "  build it alone to see more: node-image/build --kubernetes "
                + version);
      }
    } catch (IOException e) {
      throw new ClusterProblem("cannot run " + builder + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterProblem("interrupted while the node image was being built", e);
    }
  }
}
