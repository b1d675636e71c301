package dev.podproof.cluster.image;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;

/** How a cluster comes by the images that a scenario's manifests name. Thread-safe. */
public interface Images {
  /**
   * From now on this stands for its name; it replaces what stood for it before.
   *
   * @throws IllegalStateException with a message for the user if that cannot be
   */
  void standIn(StandIn standIn);

  /**
   * Waits until no other scenario has another stand-in of that name, and keeps others from
   * declaring one until the hold is closed. Several may have the same one at a time.
   *
   * @param holder who takes it: the scenario's namespace
   * @throws IllegalStateException with a message for the user if scenarios would wait for each
   *     other for ever
   */
  Hold hold(StandIn standIn, String holder);

  /** A name that stands for what its holders declared. */
  @FunctionalInterface
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** The object as it is to be applied: itself wherever images come without its help. */
  default GenericKubernetesResource adapted(GenericKubernetesResource object) {
    return object;
  }
}
