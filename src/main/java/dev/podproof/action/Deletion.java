package dev.podproof.action;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How something is deleted.
 *
 * @param grace overrides a pod's own grace period; zero ends it at once; empty for its own
 * @param propagation what becomes of what it owns; empty for the usual
 */
public record Deletion(Optional<Duration> grace, Optional<DeletionPropagation> propagation) {
  /** As it is usual: with a pod's own grace period, and what is owned in the background. */
  public static final Deletion USUAL = new Deletion(Optional.empty(), Optional.empty());

  String inWords() {
    return grace
            .map(
                time ->
                    time.isZero()
                        ? " at once"
                        : " with a grace period of " + time.toSeconds() + "s")
            .orElse("")
        + propagation
            .map(
                way ->
                    way == DeletionPropagation.ORPHAN
                        ? " orphaning its dependents"
                        : " in the " + way.toString().toLowerCase(Locale.ROOT))
            .orElse("");
  }
}
