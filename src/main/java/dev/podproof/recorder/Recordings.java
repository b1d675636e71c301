package dev.podproof.recorder;

import dev.podproof.lifecycle.Observation;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The recordings that a witness of the whole cluster tells, each of one namespace. Thread-safe. */
final class Recordings {
  private final Map<String, Recording> byNamespace = new ConcurrentHashMap<>();

  /** From now on what happens in that namespace goes into the recording. */
  void attach(String namespace, Recording recording) {
    byNamespace.put(namespace, recording);
  }

  /** From now on nothing goes into the recording of that namespace. */
  void detach(String namespace) {
    byNamespace.remove(namespace);
  }

  /** The recording of that namespace; empty where nobody records it. */
  Optional<Recording> of(String namespace) {
    return Optional.ofNullable(byNamespace.get(namespace));
  }

  /** Tells all of them what concerns every namespace. */
  void tellAll(Function<Instant, Observation> news) {
    byNamespace.values().forEach(recording -> recording.append(news));
  }
}
