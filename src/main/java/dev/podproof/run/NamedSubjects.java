package dev.podproof.run;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.ManifestProblem;
import dev.podproof.manifest.NearMatches;
import dev.podproof.manifest.PartialObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The containers and pods that a scenario's steps name, held against those of its manifests. A
 * scenario has a namespace of its own, so what none of its manifests has can never be there.
 */
final class NamedSubjects {
  private static final Set<String> LISTS =
      Set.of("containers", "initContainers", "ephemeralContainers");
  private static final Pattern NAMED =
      Pattern.compile("(?:^| )(?:init |ephemeral )?(container|sidecar|pod) \"([^\"]+)\"");

  private final Set<String> known = new TreeSet<>();
  private final Set<String> pods = new TreeSet<>();
  private final List<Use> uses = new ArrayList<>();
  private boolean mayHaveOthers;
  private boolean makesPods;

  /** One container or pod named at one place. */
  private record Use(String place, boolean isPod, String name) {}

  /** A manifest that the scenario applies. */
  void applies(Manifest manifest) {
    for (var document : manifest.documents()) {
      collect(document.tree());
      if (document.kind().equals("Pod")) {
        pods.add(document.name());
      }
    }
    // What a kind of somebody else's makes of its objects is not known here.
    mayHaveOthers |=
        manifest.documents().stream()
            .map(document -> String.valueOf(document.tree().get("apiVersion")))
            .anyMatch(version -> version.contains(".") && !version.contains(".k8s.io/"));
  }

  /** A container, as YAML, that a step adds by itself. */
  void adds(String container) {
    try {
      known.add(String.valueOf(PartialObject.parse(container).get("name")));
    } catch (ManifestProblem e) {
      mayHaveOthers = true;
    }
  }

  private void collect(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            // A controller gives its pods names of its own.
            makesPods |= "template".equals(key) && inner instanceof Map;
            if (LISTS.contains(String.valueOf(key)) && inner instanceof List<?> containers) {
              containers.forEach(this::know);
            }
            collect(inner);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(this::collect);
    }
  }

  private void know(Object container) {
    if (container instanceof Map<?, ?> map) {
      known.add(String.valueOf(map.get("name")));
    }
  }

  /** A sentence of a step, or of a table below it. */
  void says(String place, String sentence) {
    NAMED
        .matcher(sentence)
        .results()
        .filter(match -> !match.group(2).contains("${"))
        .forEach(match -> uses.add(new Use(place, match.group(1).equals("pod"), match.group(2))));
  }

  /** What is named and can never be there, with its place; empty where no manifest was applied. */
  List<String> problems() {
    return known.isEmpty() || mayHaveOthers
        ? List.of()
        : uses.stream()
            .filter(use -> use.isPod() ? isUnknownPod(use.name()) : !known.contains(use.name()))
            .map(
                use ->
                    use.place()
                        + ": no manifest of the scenario has a "
                        + (use.isPod() ? "pod" : "container")
                        + " \""
                        + use.name()
                        + "\""
                        + near(use.name(), use.isPod() ? pods : known))
            .distinct()
            .toList();
  }

  private boolean isUnknownPod(String name) {
    return !makesPods && !pods.isEmpty() && !pods.contains(name);
  }

  private static String near(String name, Set<String> known) {
    var near = NearMatches.of(name, known);
    return near.isEmpty()
        ? "; they have " + String.join(", ", known)
        : "; near it: " + String.join(", ", near);
  }
}
