package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Asks for a pod's eviction through the API (Kubernetes: API-initiated eviction). */
public record EvictPod(String pod) implements Action<Boolean> {
  @Override
  public String inWords() {
    return "evict pod " + pod;
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    try {
      send(namespace);
      return true;
    } catch (KubernetesClientException e) {
      if (e.getStatus() == null) {
        throw e;
      }
      throw new Target("pod", pod).refused(inWords(), e);
    }
  }

  // The client's own way tells of a refusal by a disruption budget without its words.
  void send(ScenarioNamespace namespace) {
    var eviction =
        new EvictionBuilder()
            .withNewMetadata()
            .withName(pod)
            .withNamespace(namespace.name())
            .endMetadata()
            .build();
    namespace
        .client()
        .raw(
            "/api/v1/namespaces/" + namespace.name() + "/pods/" + pod + "/eviction",
            "POST",
            eviction);
  }
}
