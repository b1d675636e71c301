package dev.podproof.namespace;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A kind of objects, such as Job of batch/v1. */
public record ObjectKind(String apiVersion, String kind) {
  private static final Set<String> CLUSTER_SCOPED =
      Set.of("Node", "Namespace", "PersistentVolume", "StorageClass", "PriorityClass");

  private static final Set<String> WORKLOADS =
      Set.of(
          "Deployment",
          "ReplicaSet",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "ReplicationController");

  /** The kinds that Kubernetes itself serves and scenarios speak of (Kubernetes API reference). */
  private static final Map<String, ObjectKind> KNOWN =
      Map.ofEntries(
          known("v1", "Pod"),
          known("v1", "Service"),
          known("v1", "ConfigMap"),
          known("v1", "Secret"),
          known("v1", "Event"),
          known("v1", "Node"),
          known("v1", "Endpoints"),
          known("v1", "ResourceQuota"),
          known("v1", "LimitRange"),
          known("v1", "ServiceAccount"),
          known("v1", "PersistentVolumeClaim"),
          known("v1", "ReplicationController"),
          known("apps/v1", "Deployment"),
          known("apps/v1", "ReplicaSet"),
          known("apps/v1", "StatefulSet"),
          known("apps/v1", "DaemonSet"),
          known("batch/v1", "Job"),
          known("batch/v1", "CronJob"),
          known("policy/v1", "PodDisruptionBudget"),
          known("autoscaling/v2", "HorizontalPodAutoscaler"),
          known("discovery.k8s.io/v1", "EndpointSlice"),
          known("networking.k8s.io/v1", "NetworkPolicy"),
          known("networking.k8s.io/v1", "Ingress"));

  private static Map.Entry<String, ObjectKind> known(String apiVersion, String kind) {
    return Map.entry(kind.toLowerCase(Locale.ROOT), new ObjectKind(apiVersion, kind));
  }

  /** The kind of that name, in any case; empty where it is none of Kubernetes' own. */
  public static Optional<ObjectKind> named(String kind) {
    return Optional.ofNullable(KNOWN.get(kind.toLowerCase(Locale.ROOT)));
  }

  /** Whether its objects live in namespaces. */
  public boolean isNamespaced() {
    return !CLUSTER_SCOPED.contains(kind);
  }

  /** Whether its objects make pods, or may, for all that is known of a kind of somebody's own. */
  public boolean mayOwnPods() {
    return WORKLOADS.contains(kind) || named(kind).isEmpty();
  }
}
