package dev.podproof.derivation;

import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A claim for a volume, for which the cluster may have nobody who makes one.
 *
 * @param storageClass empty where it names none, "" where it wants none
 */
record Claim(String name, String size, Optional<String> storageClass) {
  private static final Pattern SIZE = Pattern.compile("\\d+(?:\\.\\d+)?(?:[KMGTPE]i|[kMGTPE])?");

  /** What stands for one that no manifest has. */
  static Claim madeUp(String name) {
    return new Claim(name, "1Gi", Optional.empty());
  }

  /**
   * Those of a workload that is applied, of the files beside it, and of what runs with it. None
   * where the set brings volumes of its own.
   */
  static List<Claim> of(Applied applied) {
    var files = applied.files();
    var objects =
        applied.all().objects().stream()
            .filter(object -> files.contains(object.place().file()))
            .toList();
    if (objects.stream().anyMatch(object -> object.at("kind").text().equals("PersistentVolume"))) {
      return List.of();
    }
    var written =
        objects.stream()
            .filter(object -> object.at("kind").text().equals("PersistentVolumeClaim"))
            .flatMap(object -> of(object.at("metadata", "name").text(), object.at("spec")));
    var made =
        Stream.concat(Stream.of(applied.workload()), applied.companions().stream())
            .flatMap(Claim::ofReplicas);
    return Stream.concat(written, made).toList();
  }

  // Kubernetes docs: StatefulSets, Stable Storage and Start ordinal.
  private static Stream<Claim> ofReplicas(Workload workload) {
    var first = workload.object().at("spec", "ordinals", "start").number().orElse(0);
    return workload.object().at("spec", "volumeClaimTemplates").items().stream()
        .flatMap(
            template ->
                LongStream.range(first, first + workload.pods())
                    .boxed()
                    .flatMap(
                        ordinal ->
                            of(
                                template.at("metadata", "name").text()
                                    + "-"
                                    + workload.name()
                                    + "-"
                                    + ordinal,
                                template.at("spec"))));
  }

  // A block device, a volume for one pod alone or one that is named is nothing to make up.
  private static Stream<Claim> of(String name, YamlValue spec) {
    var size = spec.at("resources", "requests", "storage").text();
    var storageClass = spec.at("storageClassName");
    return SIZE.matcher(size).matches()
            && !spec.at("volumeName").present()
            && !spec.at("volumeMode").text().equals("Block")
            && !spec.at("accessModes").texts().contains("ReadWriteOncePod")
        ? Stream.of(
            new Claim(
                name,
                size,
                storageClass.present() ? Optional.of(storageClass.text()) : Optional.empty()))
        : Stream.empty();
  }

  /** The step that keeps a volume for it. */
  String step() {
    return "a volume of "
        + size
        + storageClass.map(one -> " and class \"" + one + "\"").orElse("")
        + " for claim \""
        + name
        + "\"";
  }

  /** That there is one, as a sentence. */
  String assumed() {
    return "Claim "
        + name
        + " finds an empty volume of "
        + size
        + " on the node, where the cluster makes none for it.";
  }
}
