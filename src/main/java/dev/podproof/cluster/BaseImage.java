package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import dev.podproof.cluster.image.ImageCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * The image that stand-ins are made from, on a machine that has not built one: the public busybox,
 * pulled once and kept.
 */
final class BaseImage {
  static final String IMAGE = "busybox:1.37.0";

  private BaseImage() {}

  /**
   * The catalogue with a base for stand-ins; as it is where it has one, and where none can be had:
   * the first stand-in will say so.
   */
  static ImageCatalogue in(
      ImageCatalogue catalogue, DockerClient docker, Path cache, Consumer<String> announce) {
    if (catalogue.hasBase()) {
      return catalogue;
    }
    var archive = cache.resolve("base").resolve("busybox-1.37.0.tar");
    if (!Files.exists(archive) && !fetch(docker, archive, announce)) {
      return catalogue;
    }
    return catalogue.withBase(archive);
  }

  private static boolean fetch(DockerClient docker, Path archive, Consumer<String> announce) {
    var refusal = Docker.hasImage(docker, IMAGE) ? "" : ImagePull.pull(docker, IMAGE);
    if (!refusal.isEmpty()) {
      announce.accept(IMAGE + ", which stand-ins are made from, cannot be pulled: " + refusal);
      return false;
    }
    try {
      Files.createDirectories(archive.getParent());
      var part = Files.createTempFile(archive.getParent(), "busybox", ".part");
      try (var saved = docker.saveImageCmd(IMAGE).exec()) {
        Files.copy(saved, part, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
      announce.accept("stand-ins are made from " + IMAGE);
      return true;
    } catch (IOException | DockerException e) {
      announce.accept(IMAGE + ", which stand-ins are made from, cannot be kept: " + e.getMessage());
      return false;
    }
  }
}
