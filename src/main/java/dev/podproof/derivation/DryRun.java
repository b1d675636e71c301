package dev.podproof.derivation;

import dev.podproof.lint.workload.ManifestSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Which manifests the API server can be asked about before any of the set is applied. */
final class DryRun {
  private DryRun() {}

  /** Whether a file has objects of a kind that another one brings: unknown until then. */
  static boolean needsOthers(ManifestSet all, UnaryOperator<String> path, String file) {
    var brought =
        all.objects().stream()
            .filter(Applied::definesKind)
            .filter(object -> !path.apply(object.place().file()).equals(file))
            .map(object -> object.at("spec", "names", "kind").text())
            .collect(Collectors.toSet());
    return all.objects().stream()
        .filter(object -> path.apply(object.place().file()).equals(file))
        .map(object -> object.at("kind").text())
        .anyMatch(brought::contains);
  }
}
