package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;

/**
 * Asks for a pod's eviction through the API (Kubernetes: API-initiated eviction), which a
 * PodDisruptionBudget may forbid.
 */
public record EvictPod(String pod) implements Request {
  @Override
  public String inWords() {
    return "evict pod " + pod;
  }

  @Override
  public Target target() {
    return new Target("pod", pod);
  }

  /** {@inheritDoc} The client's own method tells no reason. */
  @Override
  public void send(ScenarioNamespace namespace) {
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
