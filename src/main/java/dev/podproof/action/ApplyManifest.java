package dev.podproof.action;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.ManifestDocument;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Creates every object of a manifest, in its order.
 *
 * @param file as the scenario names it, and what it leaves out of it; empty where it holds the
 *     manifest itself
 */
public record ApplyManifest(Manifest manifest, Optional<String> file)
    implements Action<List<GenericKubernetesResource>> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String inWords() {
    var objects =
        manifest.documents().stream()
            .map(ManifestDocument::title)
            .collect(Collectors.joining(", "));
    return "apply " + file.map(name -> name + " (" + objects + ")").orElse(objects);
  }

  @Override
  public List<GenericKubernetesResource> perform(ScenarioNamespace namespace) {
    return manifest.documents().stream().map(document -> apply(namespace, document)).toList();
  }

  private static GenericKubernetesResource apply(
      ScenarioNamespace namespace, ManifestDocument document) {
    try {
      return namespace.apply(JSON.convertValue(document.tree(), GenericKubernetesResource.class));
    } catch (KubernetesClientException e) {
      if (e.getStatus() == null) {
        throw e;
      }
      throw new ActionProblem(
          document.source()
              + ": the API server refuses "
              + document.kind()
              + " "
              + document.name()
              + " (HTTP "
              + e.getCode()
              + ")\n  "
              + Optional.ofNullable(e.getStatus().getMessage()).orElse("it gives no reason")
              + "\n  mend the manifest; nothing of this object was created",
          e);
    }
  }

  // What it defines itself cannot be watched before.
  @Override
  public List<ObjectKind> kinds() {
    var defined = manifest.definedKinds();
    return manifest.documents().stream()
        .filter(document -> !defined.contains(document.kind()))
        .map(
            document ->
                new ObjectKind(String.valueOf(document.tree().get("apiVersion")), document.kind()))
        .distinct()
        .toList();
  }

  @Override
  public List<Map<String, Object>> objects() {
    return manifest.documents().stream().map(ManifestDocument::tree).toList();
  }

  @Override
  public List<Predicate<PodSnapshot>> shown(List<GenericKubernetesResource> created) {
    return created.stream()
        .filter(object -> object.getKind().equals("Pod"))
        .map(object -> object.getMetadata().getUid())
        .<Predicate<PodSnapshot>>map(uid -> pod -> pod.pod().uid().equals(uid))
        .toList();
  }
}
