package dev.podproof.explanation;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of a resource a pod requests, as the scheduler counts it: what its containers and
 * sidecars request together, or what the most demanding init container requests together with the
 * sidecars before it, whichever is more; and the pod's overhead. Requests of the pod as a whole
 * take their place (Kubernetes: Sidecar Containers, resource sharing within containers;
 * k8s.io/component-helpers, resource/helpers.go). Pure.
 */
final class PodRequests {
  private PodRequests() {}

  /** The amount; 0 where the pod requests none of it. */
  static BigDecimal of(Map<String, Object> pod, String resource) {
    return ofThePod(pod, resource).add(Quantities.of(Json.text(pod, "spec", "overhead", resource)));
  }

  private static BigDecimal ofThePod(Map<String, Object> pod, String resource) {
    var whole = Json.text(pod, "spec", "resources", "requests", resource);
    if (!whole.isEmpty()) {
      return Quantities.of(whole);
    }
    var sidecars = BigDecimal.ZERO;
    var most = BigDecimal.ZERO;
    for (var container : Json.list(pod, "spec", "initContainers").toList()) {
      var amount = ofOne(container, resource);
      if (Json.text(container, "restartPolicy").equals("Always")) {
        sidecars = sidecars.add(amount);
        most = most.max(sidecars);
      } else {
        most = most.max(sidecars.add(amount));
      }
    }
    return Json.list(pod, "spec", "containers")
        .map(container -> ofOne(container, resource))
        .reduce(sidecars, BigDecimal::add)
        .max(most);
  }

  private static BigDecimal ofOne(@Nullable Object container, String resource) {
    return Quantities.of(Json.text(container, "resources", "requests", resource));
  }
}
