package dev.podproof.namespace;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind that a CustomResourceDefinition brings; the API server serves it a while after it has
 * taken the definition (Kubernetes docs: Custom Resources).
 *
 * @param apiVersions those in which it is served, such as acme.io/v1
 */
record DefinedKind(String kind, List<String> apiVersions) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PACE = Duration.ofMillis(100);

  static DefinedKind of(GenericKubernetesResource definition) {
    String group = definition.get("spec", "group");
    List<Map<String, Object>> versions = definition.get("spec", "versions");
    return new DefinedKind(
        definition.get("spec", "names", "kind"),
        versions.stream()
            .filter(one -> Boolean.TRUE.equals(one.get("served")))
            .map(one -> group + "/" + one.get("name"))
            .toList());
  }

  void awaitServed(KubernetesClient client) {
    await("kind " + kind)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(PACE)
        .atMost(PATIENCE)
        .until(() -> apiVersions.stream().allMatch(one -> isServed(client, one)));
  }

  private boolean isServed(KubernetesClient client, String apiVersion) {
    return Optional.ofNullable(client.getApiResources(apiVersion))
        .map(APIResourceList::getResources)
        .filter(all -> all.stream().anyMatch(one -> one.getKind().equals(kind)))
        .isPresent();
  }
}
