package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A log collector that follows a file which nobody else can write. */
final class LogPathNotShared implements Rule {

  @Override
  public About about() {
    return new About(
        "log-path-not-shared",
        Severity.ERROR,
        Basis.PROVED,
        "Every container has a file system of its own; a file reaches another container only through a volume that both mount.",
        "Mount one volume in both containers, over the folder of the log.",
        "https://kubernetes.io/docs/concepts/cluster-administration/logging/#using-a-sidecar-container-with-the-logging-agent");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .filter(container -> container.staysUp() && workload.containers().size() > 1)
        .flatMap(
            container ->
                Stream.concat(followed(container), named(workload, container))
                    .filter(file -> !container.script().writes().contains(file.path()))
                    .filter(file -> isPrivate(workload, container, file.path()))
                    .map(file -> about().at(container.value(), workload, container, file.said())));
  }

  /** A file that a container expects another one to write. */
  private record Expected(String path, String said) {}

  private static Stream<Expected> followed(PodContainer container) {
    return container.script().followed().stream()
        .map(
            file ->
                new Expected(
                    file,
                    "follows " + file + ", which lies on no volume that another container mounts"));
  }

  private static Stream<Expected> named(Workload workload, PodContainer container) {
    var followed = container.script().followed();
    return container.script().paths().stream()
        .filter(file -> !followed.contains(file))
        .flatMap(
            file ->
                workload.containers().stream()
                    .filter(PodContainer::staysUp)
                    .filter(writer -> writer.script().writes().contains(file))
                    .limit(1)
                    .map(
                        writer ->
                            new Expected(
                                file,
                                "names "
                                    + file
                                    + ", which "
                                    + writer.inWords()
                                    + " writes, and which lies on no volume that both mount")));
  }

  private static boolean isPrivate(Workload workload, PodContainer container, String file) {
    return container
        .mountOf(file)
        .map(
            mount ->
                workload.volume(mount.volume()).at("emptyDir").present()
                    && workload.mounting(mount.volume()).count() == 1)
        .orElse(true);
  }
}
