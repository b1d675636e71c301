package dev.podproof.explanation;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The named target ports of a Service, held against the pods that it selects. */
final class TargetPorts {
  private TargetPorts() {}

  /** Where the target port has a name that no container of the selected pods gives a port. */
  static Optional<String> absent(Facts facts, Map<?, ?> service, String port) {
    var selector = Json.map(service.get("selector"));
    var target =
        Json.list(service, "ports")
            .filter(one -> port.equals(Json.text(one, "port")))
            .map(one -> Json.text(one, "targetPort"))
            .filter(name -> name.matches(".*[a-z].*"))
            .findFirst();
    var names =
        facts
            .all("Pod")
            .filter(
                pod ->
                    Json.map(Json.at(pod, "metadata", "labels"))
                        .entrySet()
                        .containsAll(selector.entrySet()))
            .flatMap(pod -> Json.list(pod, "spec", "containers"))
            .flatMap(container -> Json.list(container, "ports"))
            .map(one -> Json.text(one, "name"))
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return target
        .filter(name -> !selector.isEmpty() && !names.contains(name))
        .map(
            name ->
                "targetPort "
                    + name
                    + " is the name of no port of the selected pods"
                    + (names.isEmpty()
                        ? ""
                        : names.stream().collect(Collectors.joining(", ", " (they have ", ")"))));
  }
}
