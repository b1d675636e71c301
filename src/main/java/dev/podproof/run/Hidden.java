package dev.podproof.run;

import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.ManifestDocument;
import dev.podproof.recorder.Redaction;
import dev.podproof.session.PodSession;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What nobody may be shown of a run: the values of the Secrets that its manifests declare, whether
 * they were applied already or not, and of those that each scenario saw on the cluster. Immutable.
 */
final class Hidden {
  /** Nothing is declared. */
  static final Hidden NOTHING = new Hidden(List.of());

  private final Redaction declared;

  /** What is declared. */
  Hidden(Collection<String> declared) {
    this.declared = Redaction.of(declared);
  }

  /** Hides it in the texts of a scenario; empty where none runs. */
  UnaryOperator<String> in(Optional<PodSession> session) {
    return session
        .map(PodSession::redaction)
        .<UnaryOperator<String>>map(seen -> text -> declared.apply(seen.apply(text)))
        .orElse(declared);
  }

  /** The values that the Secrets of a manifest declare, as stored and as a container sees them. */
  static List<String> in(Manifest manifest) {
    return manifest.documents().stream()
        .filter(document -> document.kind().equals("Secret"))
        .map(ManifestDocument::tree)
        .flatMap(tree -> Stream.concat(plain(tree), stored(tree)))
        .toList();
  }

  private static Stream<String> plain(Map<String, Object> secret) {
    return values(secret.get("stringData"));
  }

  private static Stream<String> stored(Map<String, Object> secret) {
    return values(secret.get("data")).flatMap(text -> Stream.of(text, decoded(text)));
  }

  private static Stream<String> values(@Nullable Object of) {
    return of instanceof Map<?, ?> map ? map.values().stream().map(String::valueOf) : Stream.of();
  }

  // What is no base64 the API server will refuse, with its own words.
  private static String decoded(String text) {
    try {
      return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
