package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** Asks a pod over HTTP, through the API server's proxy; yields the answer's body. */
public record HttpGet(String pod, int port, String path) implements Action<String> {
  @Override
  public String inWords() {
    return "GET " + path + " on port " + port + " of pod " + pod;
  }

  @Override
  public String perform(ScenarioNamespace namespace) {
    var uri =
        "/api/v1/namespaces/" + namespace.name() + "/pods/" + pod + ":" + port + "/proxy" + path;
    try {
      return Optional.ofNullable(namespace.client().raw(uri))
          .orElseThrow(() -> new ActionProblem(inWords() + " found nothing (HTTP 404)"));
    } catch (KubernetesClientException e) {
      throw new ActionProblem(inWords() + " was not answered: " + e.getMessage(), e);
    }
  }
}
