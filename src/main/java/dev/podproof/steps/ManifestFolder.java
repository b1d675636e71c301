package dev.podproof.steps;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a scenario's manifests are looked for: at its feature file, then in each folder above.
 *
 * @param reach what they may reach beyond the scenario's namespace
 */
public record ManifestFolder(Path feature, Reach reach) implements Manifests {
  @Override
  public Manifest read(String name) {
    return Manifest.read(find(name), reach);
  }

  @Override
  public Manifest parse(String source, String text) {
    return Manifest.parse(source, text, reach);
  }

  /** The file of that name; where there is none, its place at the working directory. */
  private Path find(String name) {
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
