package dev.podproof.lifecycle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One version of a pod, as the watch showed it.
 *
 * @param phase Pending, Running, Succeeded, Failed or Unknown; empty before the first status
 * @param written when this version was written, as the API server stamped it; {@link
 *     Interval#UNKNOWN} where it did not
 * @param controller the object that made it, such as a ReplicaSet; empty where nobody manages it
 * @param containers in the order in which the kubelet starts them: init containers and sidecars as
 *     declared, then the app's, then ephemeral ones
 */
public record PodSnapshot(
    PodIdentity pod,
    PodPhase phase,
    Optional<ObjectName> controller,
    Map<String, String> labels,
    List<ContainerSnapshot> containers,
    List<PodCondition> conditions,
    Interval written) {
  public PodSnapshot {
    labels = Map.copyOf(labels);
    containers = List.copyOf(containers);
    conditions = List.copyOf(conditions);
  }

  /**
   * Whether an object of that kind, in any case, and name made it: itself, or through the
   * ReplicaSet of a Deployment or the Job of a CronJob, whose names begin with theirs.
   */
  public boolean isOwnedBy(String kind, String name) {
    return controller
        .filter(
            owner ->
                (owner.kind().equalsIgnoreCase(kind) && owner.name().equals(name))
                    || (kind.equalsIgnoreCase("Deployment")
                        && owner.kind().equals("ReplicaSet")
                        && owner.name().equals(name + "-" + labels.get("pod-template-hash")))
                    || (kind.equalsIgnoreCase("CronJob")
                        && owner.kind().equals("Job")
                        && owner.name().matches(Pattern.quote(name) + "-\\d+")))
        .isPresent();
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
