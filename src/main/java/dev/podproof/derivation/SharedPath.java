package dev.podproof.derivation;

import dev.podproof.lint.workload.Mount;
import dev.podproof.lint.workload.PodContainer;
import java.util.Optional;

/** One place of a volume, as two containers name it. */
final class SharedPath {
  private SharedPath() {}

  /** How a container names the file of another one; empty where it does not see it. */
  static Optional<String> of(PodContainer from, String file, PodContainer to) {
    return from.mountOf(file)
        .flatMap(
            there ->
                to.mounts().stream()
                    .filter(here -> here.volume().equals(there.volume()))
                    .flatMap(here -> within(here, there.inVolume(file)).stream())
                    .findFirst());
  }

  private static Optional<String> within(Mount mount, String inVolume) {
    if (mount.subPath().isEmpty()) {
      return Optional.of(mount.path() + "/" + inVolume);
    }
    return inVolume.startsWith(mount.subPath() + "/")
        ? Optional.of(mount.path() + inVolume.substring(mount.subPath().length()))
        : Optional.empty();
  }
}
