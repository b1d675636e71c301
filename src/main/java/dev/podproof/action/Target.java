package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Optional;

/**
 * An object that something is done to.
 *
 * @param kind in any case, such as pod
 */
public record Target(String kind, String name) {
  /** Kind and name with a space between. */
  public String inWords() {
    return kind + " " + name;
  }

  Resource<GenericKubernetesResource> in(ScenarioNamespace namespace) {
    try {
      return namespace.object(kind, name);
    } catch (IllegalStateException e) {
      throw new ActionProblem(String.valueOf(e.getMessage()), e);
    }
  }

  ActionProblem refused(String deed, KubernetesClientException e) {
    return new ActionProblem(
        "the API server refuses to "
            + deed
            + " (HTTP "
            + e.getCode()
            + ")\n  "
            + Optional.ofNullable(e.getStatus())
                .map(io.fabric8.kubernetes.api.model.Status::getMessage)
                .orElse("it gives no reason"),
        e);
  }
}
