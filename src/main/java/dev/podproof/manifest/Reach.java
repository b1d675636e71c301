package dev.podproof.manifest;

import java.util.Set;

/**
 * What manifests may reach beyond the scenario's own namespace.
 *
 * @param clusterScoped whether objects may be made that belong to no namespace
 * @param namespaces names of namespaces that stand for the scenario's own
 */
public record Reach(boolean clusterScoped, Set<String> namespaces) {
  /** The scenario's own namespace alone. */
  public static final Reach OWN = new Reach(false, Set.of());

  /** Kinds without a namespace that Kubernetes itself serves (Kubernetes API reference). */
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "APIService",
          "CertificateSigningRequest",
          "ClusterRole",
          "ClusterRoleBinding",
          "CSIDriver",
          "CSINode",
          "CustomResourceDefinition",
          "DeviceClass",
          "FlowSchema",
          "IngressClass",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "MutatingWebhookConfiguration",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PriorityClass",
          "PriorityLevelConfiguration",
          "RuntimeClass",
          "StorageClass",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration",
          "VolumeAttachment");

  public Reach {
    namespaces = Set.copyOf(namespaces);
  }

  /** Whether objects of a kind may not be made. */
  boolean forbids(String kind) {
    return !clusterScoped && CLUSTER_SCOPED.contains(kind);
  }
}
