package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A volume in memory that nothing limits. */
final class MemoryVolumeWithoutLimit implements Rule {

  @Override
  public About about() {
    return new About(
        "memory-volume-without-limit",
        Severity.WARNING,
        Basis.ADVICE,
        "What is written to an emptyDir in memory counts as memory of the container that wrote it; without sizeLimit it may grow up to the memory of the pod or of the node.",
        "Set sizeLimit, and count it into the memory limit.",
        "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.podSpec().at("volumes").items().stream()
        .filter(volume -> volume.at("emptyDir", "medium").text().equals("Memory"))
        .filter(volume -> !volume.at("emptyDir", "sizeLimit").present())
        .map(
            volume ->
                about()
                    .at(
                        volume,
                        workload,
                        "has volume " + volume.at("name").text() + " in memory without sizeLimit"));
  }
}
