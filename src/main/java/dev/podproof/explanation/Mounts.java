package dev.podproof.explanation;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a container sees its volumes. */
final class Mounts {
  private Mounts() {}

  /** The volume in which a path lies, the innermost; empty where it lies in the image. */
  static Optional<String> volumeOf(@Nullable Object container, String path) {
    return Json.list(container, "volumeMounts")
        .filter(mount -> lies(path, Json.text(mount, "mountPath")))
        .max(Comparator.comparingInt(mount -> Json.text(mount, "mountPath").length()))
        .map(mount -> Json.text(mount, "name"));
  }

  private static boolean lies(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }
}
