package dev.podproof.derivation;

import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a workload and its containers have names by which steps can ask for them. */
final class Naming {
  /** Kubernetes docs: Object Names and IDs, DNS Subdomain Names. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?");

  private Naming() {}

  /** What is wrong with them, each with its place. */
  static List<String> problems(Workload workload) {
    var metadata = workload.object().at("metadata");
    if (metadata.at("name").text().isEmpty()) {
      return List.of(
          metadata.place()
              + ": "
              + workload.kind()
              + (metadata.at("generateName").present()
                  ? " "
                      + metadata.at("generateName").text()
                      + " has generateName alone, so nothing can be asked of it by name"
                  : " has no metadata.name")
              + "\n  give it metadata.name");
    }
    return Stream.concat(
            problem(workload.kind(), metadata.at("name")).stream(),
            workload.containers().stream()
                .flatMap(
                    one ->
                        problem("a container of " + workload.inWords(), one.value().at("name"))
                            .stream()))
        .toList();
  }

  private static Optional<String> problem(String what, YamlValue name) {
    return NAME.matcher(name.text()).matches()
        ? Optional.empty()
        : Optional.of(
            name.place()
                + ": "
                + what
                + (name.present()
                    ? " has the name " + name.text() + ", which Kubernetes takes for none"
                    : " has no name")
                + "\n  give it one of lower-case letters, digits and -");
  }
}
