package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;

/** Asks for a pod's eviction through the API (Kubernetes: API-initiated eviction). */
public record EvictPod(String pod) implements Action<Boolean> {
  @Override
  public String inWords() {
    return "evict pod " + pod;
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    if (!namespace.client().pods().inNamespace(namespace.name()).withName(pod).evict()) {
      throw new ActionProblem(
          "the eviction of pod "
              + pod
              + " was refused\n  a PodDisruptionBudget may forbid it, or there is no such pod");
    }
    return true;
  }
}
