package dev.podproof.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/** What the API server publishes of its core kinds (Kubernetes: the OpenAPI v3 document). */
record ApiSchema(JsonNode schemas) {
  private static final String CORE = "io.k8s.api.core.v1.";

  static ApiSchema of(KubernetesClient client) {
    try {
      return new ApiSchema(
          new JsonMapper()
              .readTree(client.raw("/openapi/v3/api/v1"))
              .path("components")
              .path("schemas"));
    } catch (JsonProcessingException e) {
      throw new ClusterProblem("the API server's schema cannot be read: " + e.getMessage(), e);
    }
  }

  boolean knows(String kind, String path) {
    var name =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(schemas.fieldNames(), 0), false)
            .filter(one -> one.equalsIgnoreCase(CORE + kind))
            .findFirst();
    var schema = name.map(schemas::path).orElse(schemas.path(""));
    for (var field : path.split("\\.")) {
      schema = resolved(resolved(schema).path("properties").path(field));
    }
    return !schema.isMissingNode();
  }

  // A field's schema stands behind a reference, for a list behind that of its items.
  private JsonNode resolved(JsonNode schema) {
    if (schema.has("items")) {
      return resolved(schema.path("items"));
    }
    if (schema.has("allOf")) {
      return resolved(schema.path("allOf").path(0));
    }
    var reference = schema.path("$ref").asText("");
    return reference.isEmpty()
        ? schema
        : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
  }
}
