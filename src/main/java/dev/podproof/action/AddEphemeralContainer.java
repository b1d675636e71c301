package dev.podproof.action;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Map;

/** Adds an ephemeral container to a running pod (KEP-277). */
public record AddEphemeralContainer(String pod, Map<String, Object> container)
    implements Action<Boolean> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String inWords() {
    return "add an ephemeral container to pod " + pod;
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    var added = JSON.convertValue(container, EphemeralContainer.class);
    try {
      namespace
          .client()
          .pods()
          .inNamespace(namespace.name())
          .withName(pod)
          .ephemeralContainers()
          .edit(
              old -> {
                old.getSpec().getEphemeralContainers().add(added);
                return old;
              });
      return true;
    } catch (KubernetesClientException e) {
      throw new Target("pod", pod).refused(inWords(), e);
    }
  }
}
