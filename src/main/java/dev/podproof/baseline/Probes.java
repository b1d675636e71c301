package dev.podproof.baseline;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.PodIdentity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How often a pod's probes ask, in seconds. The kubelet begins to ask at any time within a period
 * after it has started itself (kubernetes/pkg/kubelet/prober/worker.go), so what they tell comes
 * that much earlier or later without a cause.
 */
final class Probes {
  /** Kubernetes API: Probe, periodSeconds, default. */
  private static final double DEFAULT_PERIOD = 10;

  private final List<Map<?, ?>> containers;

  Probes(History history, PodIdentity pod) {
    this.containers =
        history
            .all(dev.podproof.lifecycle.Observation.ObjectSeen.class)
            .filter(seen -> seen.object().equals(new ObjectName("Pod", pod.name())))
            .filter(seen -> pod.uid().equals(in(in(seen.content(), "metadata"), "uid")))
            .findFirst()
            .map(seen -> in(seen.content(), "spec"))
            .map(
                spec ->
                    Stream.of("initContainers", "containers")
                        .flatMap(list -> items(in(spec, list)))
                        .toList())
            .orElse(List.of());
  }

  private static Object in(Object object, String key) {
    var value = object instanceof Map<?, ?> map ? map.get(key) : null;
    return value == null ? "" : value;
  }

  private static Stream<Map<?, ?>> items(Object list) {
    return list instanceof List<?> items
        ? items.stream().filter(Map.class::isInstance).map(one -> (Map<?, ?>) one)
        : Stream.of();
  }

  /** Of the readiness probe of a container; zero where it has none. */
  double readiness(String container) {
    return period(container, "readinessProbe");
  }

  /** Of the startup probe of a container; zero where it has none. */
  double startup(String container) {
    return period(container, "startupProbe");
  }

  /** Of the readiness probe that asks least often; zero where there is none. */
  double slowest() {
    return containers.stream()
        .mapToDouble(one -> readiness(String.valueOf(one.get("name"))))
        .max()
        .orElse(0);
  }

  private double period(String container, String probe) {
    return containers.stream()
        .filter(one -> container.equals(one.get("name")))
        .map(one -> in(one, probe))
        .filter(Map.class::isInstance)
        .mapToDouble(
            one ->
                in(one, "periodSeconds") instanceof Number number
                    ? number.doubleValue()
                    : DEFAULT_PERIOD)
        .findFirst()
        .orElse(0);
  }
}
