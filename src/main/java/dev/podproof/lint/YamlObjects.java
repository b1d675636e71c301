package dev.podproof.lint;

import dev.podproof.lint.rule.Severity;
import dev.podproof.lint.workload.ManifestSet;
import java.io.InputStream;
import java.util.List;

/**
 * The objects of manifests, before anything is checked of them.
 *
 * @param faults what is wrong with the files, each with its place
 */
public record YamlObjects(ManifestSet objects, List<String> faults) {
  /** How places name the file that is standard input. */
  public static final String STANDARD_INPUT = Reading.STANDARD_INPUT;

  public YamlObjects {
    faults = List.copyOf(faults);
  }

  /**
   * Reads files, folders with what is below them, or - for standard input.
   *
   * @throws IllegalArgumentException if an argument names no file
   */
  public static YamlObjects read(List<String> arguments, InputStream standardInput) {
    var reading = new Reading();
    arguments.forEach(argument -> reading.add(argument, standardInput));
    return new YamlObjects(
        new ManifestSet(reading.objects()),
        reading.findings().stream()
            // What lies beside manifests in a folder is of no concern.
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(finding -> finding.place() + ": " + finding.message())
            .toList());
  }
}
