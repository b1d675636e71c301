package dev.podproof.action;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.manifest.Manifest;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import java.util.List;
import java.util.Map;

/**
 * What the API server would store of each object of a manifest, its defaults filled in, as JSON:
 * asked by a dry run, nothing is kept (Kubernetes API concepts: Dry-run). What differs from one
 * request to the next is left out.
 */
public record ReadBack(Manifest manifest) implements Action<List<String>> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String inWords() {
    return "read back " + manifest.source();
  }

  @Override
  public List<String> perform(ScenarioNamespace namespace) {
    return manifest.documents().stream()
        .map(
            one ->
                readBack(namespace, JSON.convertValue(one.tree(), GenericKubernetesResource.class)))
        .toList();
  }

  private static String readBack(ScenarioNamespace namespace, GenericKubernetesResource object) {
    try {
      var stored =
          namespace
              .client()
              .genericKubernetesResources(object.getApiVersion(), object.getKind())
              .inNamespace(namespace.name())
              .resource(object)
              .dryRun(true)
              .fieldValidation(Validation.STRICT)
              .create();
      var metadata = stored.getMetadata();
      metadata.setUid(null);
      metadata.setCreationTimestamp(null);
      metadata.setResourceVersion(null);
      metadata.setManagedFields(List.of());
      // The volume with the pod's token has a name that ends at random (plugin ServiceAccount).
      return JSON.valueToTree(JSON.convertValue(stored, Map.class))
          .toString()
          .replaceAll("kube-api-access-[a-z0-9]{5}", "kube-api-access");
    } catch (KubernetesClientException e) {
      if (e.getStatus() == null) {
        throw e;
      }
      throw new ActionProblem("the API server refuses " + object.getKind(), e);
    }
  }
}
