package dev.podproof.action;

import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Adds an ephemeral container to a running pod (KEP-277). */
public record AddEphemeralContainer(String pod, Map<String, Object> container)
    implements Action<Boolean> {
  @Override
  public String inWords() {
    return "add an ephemeral container to pod " + pod;
  }

  /** {@inheritDoc} A merge, which does not mind that the kubelet writes the status meanwhile. */
  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    var target = new Target("pod", pod);
    var change = Map.of("spec", Map.of("ephemeralContainers", List.of(container)));
    try {
      target
          .in(namespace)
          .subresource("ephemeralcontainers")
          .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), Serialization.asJson(change));
      return true;
    } catch (KubernetesClientException e) {
      throw target.refused(inWords(), e);
    }
  }

  @Override
  public List<Predicate<PodSnapshot>> shown(Boolean done) {
    var name = String.valueOf(container.get("name"));
    return List.of(seen -> seen.pod().name().equals(pod) && seen.container(name).isPresent());
  }
}
