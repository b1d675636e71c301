package dev.podproof.lint;

import dev.podproof.lint.workload.ManifestSet;
import java.io.InputStream;
import java.util.List;

/**
 * The objects of manifests, before anything is checked of them.
 *
 * @param faults what is wrong with the files, each with its place
 */
public record YamlObjects(ManifestSet objects, List<String> faults) {
  public YamlObjects {
    faults = List.copyOf(faults);
  }

  /**
   * Reads files, and folders with what is below them.
   *
   * @throws IllegalArgumentException if an argument names no file
   */
  public static YamlObjects read(List<String> arguments) {
    var reading = new Reading();
    for (var argument : arguments) {
      if (argument.equals("-")) {
        throw new IllegalArgumentException(
            "- is standard input, which a cluster cannot be given again\n  name a file, such as: helm template CHART > rendered.yaml");
      }
      reading.add(argument, InputStream.nullInputStream());
    }
    return new YamlObjects(
        new ManifestSet(reading.objects()),
        reading.findings().stream()
            .map(finding -> finding.place() + ": " + finding.message())
            .toList());
  }
}
