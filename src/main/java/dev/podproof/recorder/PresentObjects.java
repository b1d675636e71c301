package dev.podproof.recorder;

import dev.podproof.namespace.ObjectKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/** What is in a namespace at the moment of the question. Thread-safe. */
record PresentObjects(KubernetesClient client, String namespace) {
  /** The objects of that kind; empty where they cannot be had. */
  List<GenericKubernetesResource> of(ObjectKind kind) {
    try {
      return list(kind);
    } catch (KubernetesClientException e) {
      // What was asked for would only make an explanation better.
      return List.of();
    }
  }

  /**
   * The objects of that kind.
   *
   * @throws KubernetesClientException if they cannot be had
   */
  List<GenericKubernetesResource> list(ObjectKind kind) {
    var all = client.genericKubernetesResources(kind.apiVersion(), kind.kind());
    return (kind.isNamespaced() ? all.inNamespace(namespace) : all).list().getItems();
  }
}
