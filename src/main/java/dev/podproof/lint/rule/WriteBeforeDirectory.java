package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file in a directory that nobody has made. */
final class WriteBeforeDirectory implements Rule {
  private static final Pattern MAKES =
      Pattern.compile("\\b(?:mkdir|install|tar|cp|rsync|git|unzip|mktemp)\\b");

  @Override
  public About about() {
    return new About(
        "write-before-directory",
        Severity.ERROR,
        Basis.PROVED,
        "An emptyDir begins empty: a shell that redirects into a directory which does not exist there fails.",
        "Make the directory first (mkdir -p), in the script or in an init container.",
        "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .filter(container -> !made(workload, container))
        .flatMap(
            container ->
                container.script().writes().stream()
                    .flatMap(file -> check(workload, container, file))
                    .limit(1));
  }

  private Stream<Finding> check(Workload workload, PodContainer container, String file) {
    var folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
    return container.mountOf(file).stream()
        .filter(mount -> workload.volume(mount.volume()).at("emptyDir").present())
        .filter(mount -> folder.length() > mount.path().length())
        .map(
            mount ->
                about()
                    .at(
                        container.value(),
                        workload,
                        container,
                        "writes "
                            + file
                            + ", but nobody makes "
                            + folder
                            + " in volume "
                            + mount.volume()));
  }

  // Whoever makes any directory, or unpacks or copies something, may have made this one; so may a
  // program of which nothing is seen.
  private static boolean made(Workload workload, PodContainer container) {
    return workload.containers().stream()
        .filter(other -> other.position() <= container.position())
        .anyMatch(other -> other.words().isEmpty() || MAKES.matcher(other.script().text()).find());
  }
}
