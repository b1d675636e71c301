package dev.podproof.lint;

import dev.podproof.lint.rule.Finding;
import dev.podproof.lint.workload.YamlValue;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of YAML that is no manifest.
 *
 * @param documents those that can be walked through, empty ones left out
 * @param faults what is wrong with it as YAML: unreadable, not YAML, keys that stand twice
 */
public record YamlFile(List<YamlValue> documents, List<Finding> faults) {
  public YamlFile {
    documents = List.copyOf(documents);
    faults = List.copyOf(faults);
  }

  /** Reads it; nothing is thrown, for whatever is wrong is a fault. */
  public static YamlFile read(Path file) {
    var reading = new Reading();
    var documents = reading.documents(file);
    return new YamlFile(documents, reading.findings());
  }
}
