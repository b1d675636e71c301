package dev.podproof.namespace;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A kind of objects, such as Job of batch/v1. */
public record ObjectKind(String apiVersion, String kind) {
  private static final Set<String> WORKLOADS =
      Set.of(
          "Deployment",
          "ReplicaSet",
          "StatefulSet",
          "DaemonSet",
          "Job",
          "CronJob",
          "ReplicationController");

  /** The kinds that Kubernetes itself serves, in namespaces (Kubernetes API reference). */
  private static final Map<String, List<String>> NAMESPACED =
      Map.ofEntries(
          Map.entry(
              "v1",
              List.of(
                  "Pod",
                  "Service",
                  "ConfigMap",
                  "Secret",
                  "Event",
                  "Endpoints",
                  "ResourceQuota",
                  "LimitRange",
                  "ServiceAccount",
                  "PersistentVolumeClaim",
                  "PodTemplate",
                  "ReplicationController")),
          Map.entry(
              "apps/v1",
              List.of(
                  "Deployment", "ReplicaSet", "StatefulSet", "DaemonSet", "ControllerRevision")),
          Map.entry("batch/v1", List.of("Job", "CronJob")),
          Map.entry("policy/v1", List.of("PodDisruptionBudget")),
          Map.entry("autoscaling/v2", List.of("HorizontalPodAutoscaler")),
          Map.entry("discovery.k8s.io/v1", List.of("EndpointSlice")),
          Map.entry("networking.k8s.io/v1", List.of("NetworkPolicy", "Ingress")),
          Map.entry("coordination.k8s.io/v1", List.of("Lease")),
          Map.entry("rbac.authorization.k8s.io/v1", List.of("Role", "RoleBinding")),
          Map.entry("resource.k8s.io/v1", List.of("ResourceClaim", "ResourceClaimTemplate")),
          Map.entry("storage.k8s.io/v1", List.of("CSIStorageCapacity")));

  /** The kinds without a namespace that Kubernetes itself serves (Kubernetes API reference). */
  private static final Map<String, List<String>> CLUSTER_SCOPED =
      Map.ofEntries(
          Map.entry("v1", List.of("Node", "Namespace", "PersistentVolume")),
          Map.entry(
              "storage.k8s.io/v1",
              List.of("StorageClass", "CSIDriver", "CSINode", "VolumeAttachment")),
          Map.entry("scheduling.k8s.io/v1", List.of("PriorityClass")),
          Map.entry("node.k8s.io/v1", List.of("RuntimeClass")),
          Map.entry("rbac.authorization.k8s.io/v1", List.of("ClusterRole", "ClusterRoleBinding")),
          Map.entry("networking.k8s.io/v1", List.of("IngressClass", "ServiceCIDR", "IPAddress")),
          Map.entry("apiextensions.k8s.io/v1", List.of("CustomResourceDefinition")),
          Map.entry("apiregistration.k8s.io/v1", List.of("APIService")),
          Map.entry(
              "admissionregistration.k8s.io/v1",
              List.of(
                  "MutatingAdmissionPolicy",
                  "MutatingAdmissionPolicyBinding",
                  "MutatingWebhookConfiguration",
                  "ValidatingAdmissionPolicy",
                  "ValidatingAdmissionPolicyBinding",
                  "ValidatingWebhookConfiguration")),
          Map.entry("certificates.k8s.io/v1", List.of("CertificateSigningRequest")),
          Map.entry(
              "flowcontrol.apiserver.k8s.io/v1",
              List.of("FlowSchema", "PriorityLevelConfiguration")),
          Map.entry("resource.k8s.io/v1", List.of("DeviceClass", "ResourceSlice")));

  private static final Map<String, ObjectKind> KNOWN =
      Stream.of(NAMESPACED, CLUSTER_SCOPED)
          .flatMap(kinds -> kinds.entrySet().stream())
          .flatMap(
              group -> group.getValue().stream().map(kind -> new ObjectKind(group.getKey(), kind)))
          .collect(
              Collectors.toMap(one -> one.kind().toLowerCase(Locale.ROOT), Function.identity()));

  private static final Set<String> WITHOUT_NAMESPACE =
      CLUSTER_SCOPED.values().stream().flatMap(List::stream).collect(Collectors.toSet());

  /** The kind of that name, in any case; empty where it is none of Kubernetes' own. */
  public static Optional<ObjectKind> named(String kind) {
    return Optional.ofNullable(KNOWN.get(kind.toLowerCase(Locale.ROOT)));
  }

  /** Whether its objects live in namespaces. */
  public boolean isNamespaced() {
    return !WITHOUT_NAMESPACE.contains(kind);
  }

  /** Whether its objects make pods, or may, for all that is known of a kind of somebody's own. */
  public boolean mayOwnPods() {
    return WORKLOADS.contains(kind) || named(kind).isEmpty();
  }
}
