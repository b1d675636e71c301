package dev.podproof.cluster;

import dev.podproof.cluster.image.Images;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A cluster at the disposal of one run. Thread-safe. */
public interface Cluster extends AutoCloseable {
  /** What it is, in a phrase for people. */
  String name();

  /** The version of its API server, such as v1.37.2. */
  String kubernetesVersion();

  /** A client for it; closed with the cluster. */
  KubernetesClient client();

  /** What it can do. */
  Set<Capability> capabilities();

  /** Access to its node; empty where there is none. */
  Optional<NodeAccess> node();

  /** How it comes by images that exist nowhere else; empty where it has no way. */
  Optional<Images> images();

  /** The namespace that scenarios must share; empty where each has its own. */
  String sharedNamespace();

  /** How long the parts of its start took, in order. */
  List<StartPhase> phases();

  /** What its client has asked of the API server so far. */
  RequestCount requests();

  /** Completes when the cluster is no more; never where that cannot be noticed. */
  CompletableFuture<Void> lost();

  /** Returns when names of Services are resolved in the cluster; at once where that is so. */
  void awaitNames();

  /**
   * Whether the API server's schema of a core kind, such as pod, has a field, such as
   * spec.containers.env.valueFrom.fileKeyRef.
   */
  default boolean knowsField(String kind, String path) {
    return ApiSchema.of(client()).knows(kind, path);
  }

  /** Releases it: what was started for the run is gone when this returns. Twice is harmless. */
  @Override
  void close();
}
