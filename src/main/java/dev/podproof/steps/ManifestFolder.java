package dev.podproof.steps;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a scenario's manifests are looked for: at its feature file, then in each folder above. */
public record ManifestFolder(Path feature) {
  /** The file of that name; where there is none, its place at the working directory. */
  public Path find(String name) {
    for (var folder = feature.toAbsolutePath().getParent();
        folder != null;
        folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return shortened(folder.resolve(name));
      }
    }
    return Path.of(name);
  }

  private static Path shortened(Path file) {
    var here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }
}
