package dev.podproof.project;

import dev.podproof.lint.YamlFile;
import dev.podproof.lint.workload.Place;
import dev.podproof.lint.workload.YamlValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A podproof.yaml as it is written. Nothing is known yet of what its keys mean. Immutable.
 *
 * @param folder the one that holds it, as seen from the working directory; where there is no file,
 *     the folder in which the search for one began
 * @param root what it says; absent where there is no file or the file says nothing
 */
public record ProjectFile(Path folder, YamlValue root) {
  /** What it is called. */
  public static final String NAME = "podproof.yaml";

  private static final int MOST_FAULTS = 4;

  /** Where there is none. */
  public static ProjectFile none(Path folder) {
    return new ProjectFile(folder, YamlValue.absent(NAME));
  }

  /**
   * The nearest one, in a folder or one above it.
   *
   * @throws IllegalArgumentException with place and reason if it cannot be read
   */
  public static ProjectFile above(Path folder) {
    return Stream.iterate(
            Optional.of(folder.toAbsolutePath().normalize()),
            Optional::isPresent,
            one -> one.map(Path::getParent))
        .flatMap(Optional::stream)
        .map(one -> one.resolve(NAME))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(ProjectFile::read)
        .orElseGet(() -> none(folder));
  }

  private static ProjectFile read(Path file) {
    var shown = asSeenFromHere(file);
    var yaml = YamlFile.read(shown);
    if (!yaml.faults().isEmpty()) {
      throw new IllegalArgumentException(
          yaml.faults().stream()
              .limit(MOST_FAULTS)
              .map(fault -> fault.place() + ": " + fault.message())
              .collect(Collectors.joining("\n", "", "\n  mend that; nothing was started")));
    }
    if (yaml.documents().size() > 1) {
      throw problem(
          yaml.documents().get(1).place(), "there is a second document", "leave one of them");
    }
    var folder = Optional.ofNullable(shown.getParent()).orElse(Path.of(""));
    var root = yaml.documents().stream().findFirst().orElse(YamlValue.absent(shown.toString()));
    if (root.present() && !root.isMapping()) {
      throw problem(root.place(), "there is no setting here", "write one as NAME: VALUE");
    }
    return new ProjectFile(folder, root);
  }

  // Relative where that is no longer than it need be: beside or below, or a few folders up.
  private static Path asSeenFromHere(Path file) {
    var relative = Path.of("").toAbsolutePath().relativize(file);
    return relative.getNameCount() < file.getNameCount() ? relative : file;
  }

  /** What the file says at a path of keys; absent where it says nothing there. */
  public YamlValue at(String... path) {
    return root.at(path);
  }

  /** A path of the file's: relative to its folder. */
  public String resolved(String path) {
    return folder.resolve(path).toString();
  }

  static IllegalArgumentException problem(Place place, String words, String next) {
    return new IllegalArgumentException(place + ": " + words + "\n  " + next);
  }
}
