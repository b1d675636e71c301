package dev.podproof.steps;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.ManifestProblem;
import dev.podproof.manifest.Reach;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a scenario's manifests are looked for: at its feature file, then in each folder above.
 *
 * @param reach what they may reach beyond the scenario's namespace
 */
public record ManifestFolder(Path feature, Reach reach) {
  /**
   * The manifest in the file of that name.
   *
   * @throws ManifestProblem if there is no such file, or it is no manifest
   */
  public Manifest read(String name) {
    return Manifest.read(find(name), reach);
  }

  /**
   * The manifest in a text.
   *
   * @param source how messages name where it stands
   * @throws ManifestProblem if it is none
   */
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
