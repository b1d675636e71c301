package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** One request to the API server, which it may refuse. */
public interface Request extends Action<Boolean> {
  /**
   * Sends it.
   *
   * @throws KubernetesClientException with the server's words if it refuses
   */
  void send(ScenarioNamespace namespace);

  /** What it is about. */
  Target target();

  @Override
  default Boolean perform(ScenarioNamespace namespace) {
    try {
      send(namespace);
      return true;
    } catch (KubernetesClientException e) {
      if (e.getStatus() == null) {
        throw e;
      }
      throw target().refused(inWords(), e);
    }
  }
}
