package dev.podproof.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a pod, as the watch showed it.
 *
 * @param phase Pending, Running, Succeeded, Failed or Unknown; empty before the first status
 * @param containers in the order in which the kubelet starts them: init containers and sidecars as
 *     declared, then the app's, then ephemeral ones
 */
public record PodSnapshot(
    PodIdentity pod,
    PodPhase phase,
    Map<String, String> labels,
    List<ContainerSnapshot> containers,
    List<PodCondition> conditions) {
  public PodSnapshot {
    labels = Map.copyOf(labels);
    containers = List.copyOf(containers);
    conditions = List.copyOf(conditions);
  }

  /** The container of that name, in whichever list it is. */
  public Optional<ContainerSnapshot> container(String name) {
    return containers.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The condition of that type. */
  public Optional<PodCondition> condition(String type) {
    return conditions.stream().filter(c -> c.type().equals(type)).findFirst();
  }

  /** Whether the condition of that type is there and True. */
  public boolean holds(String type) {
    return condition(type).filter(PodCondition::holds).isPresent();
  }
}
