package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Mount;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that one container writes and another reads elsewhere in the same volume. */
final class OneFileTwoPaths implements Rule {

  @Override
  public About about() {
    return new About(
        "one-file-two-paths",
        Severity.WARNING,
        Basis.PROVED,
        "A path means a place in the volume only together with mountPath and subPath; two containers see the same file only where both lead to the same place.",
        "Make mountPath and subPath of both containers lead to the same file.",
        "https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream().flatMap(reader -> reads(workload, reader));
  }

  private Stream<Finding> reads(Workload workload, PodContainer reader) {
    var own = reader.script().writes();
    return reader.script().paths().stream()
        .filter(path -> !own.contains(path))
        .flatMap(
            path ->
                reader
                    .mountOf(path)
                    .flatMap(mount -> elsewhere(workload, reader, mount, path))
                    .map(
                        other ->
                            about()
                                .at(
                                    reader.value(),
                                    workload,
                                    reader,
                                    "reads "
                                        + path
                                        + ", but "
                                        + other
                                        + ", another place of the same volume"))
                    .stream());
  }

  private static Optional<String> elsewhere(
      Workload workload, PodContainer reader, Mount mount, String path) {
    var wanted = mount.inVolume(path);
    var written =
        workload
            .mounting(mount.volume())
            .filter(writer -> !writer.equals(reader))
            .flatMap(writer -> writings(writer, mount.volume()))
            .filter(entry -> name(entry.getKey()).equals(name(wanted)))
            .toList();
    return written.stream().anyMatch(entry -> entry.getKey().equals(wanted))
        ? Optional.empty()
        : written.stream().map(Map.Entry::getValue).findFirst();
  }

  private static Stream<Map.Entry<String, String>> writings(PodContainer writer, String volume) {
    return writer.script().writes().stream()
        .flatMap(
            file ->
                writer.mountOf(file).stream()
                    .filter(mount -> mount.volume().equals(volume))
                    .map(
                        mount ->
                            Map.entry(mount.inVolume(file), writer.inWords() + " writes " + file)));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
