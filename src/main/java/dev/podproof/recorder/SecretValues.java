package dev.podproof.recorder;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a Secret keeps, for those who must hide it. */
final class SecretValues {
  private SecretValues() {}

  /** Each value as it is stored, in base64, and as a container sees it; empty for other kinds. */
  static List<String> of(HasMetadata object) {
    return object instanceof GenericKubernetesResource resource
            && resource.getKind().equals("Secret")
            && resource.getAdditionalProperties().get("data") instanceof Map<?, ?> data
        ? of(data.values())
        : List.of();
  }

  private static List<String> of(Collection<?> encoded) {
    return encoded.stream()
        .map(String::valueOf)
        .flatMap(text -> Stream.of(text, decoded(text)))
        .toList();
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }
}
