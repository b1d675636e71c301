package dev.podproof.lifecycle;

import java.util.Optional;

/** Whom a pod is named after, where its own name is made up and another one in every run. Pure. */
public final class NamedAfter {
  private NamedAfter() {}

  /**
   * The owner that people know, without what the cluster added to its name; empty where the pod's
   * own name lasts.
   *
   * <p>A controller adds a suffix to its own name; a StatefulSet a number that lasts (Kubernetes:
   * StatefulSet, stable network ID). A Deployment's ReplicaSet bears the hash of its template, a
   * CronJob's Job the minute for which it was made.
   */
  public static Optional<ObjectName> of(PodSnapshot pod) {
    return pod.controller()
        .filter(owner -> !owner.kind().equals("StatefulSet"))
        .filter(owner -> pod.pod().name().startsWith(owner.name() + "-"))
        .map(owner -> lasting(owner, pod));
  }

  private static ObjectName lasting(ObjectName owner, PodSnapshot pod) {
    var hash = "-" + pod.labels().getOrDefault("pod-template-hash", "");
    if (owner.kind().equals("ReplicaSet") && hash.length() > 1 && owner.name().endsWith(hash)) {
      return new ObjectName(
          "Deployment", owner.name().substring(0, owner.name().length() - hash.length()));
    }
    return owner.kind().equals("Job")
        ? new ObjectName("Job", owner.name().replaceFirst("-\\d{7,}$", ""))
        : owner;
  }
}
