package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks for an object's deletion; does not wait for the end.
 *
 * @param grace overrides a pod's own grace period; zero ends it at once; empty for its own
 */
public record DeleteObject(Target target, Optional<Duration> grace) implements Action<Boolean> {
  @Override
  public String inWords() {
    return "delete "
        + target.inWords()
        + grace
            .map(
                time ->
                    time.isZero()
                        ? " at once"
                        : " with a grace period of " + time.toSeconds() + "s")
            .orElse("");
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    var object = target.in(namespace);
    var deleted =
        grace.isPresent()
            ? object.withGracePeriod(grace.get().toSeconds()).delete()
            : object.withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
    if (deleted.isEmpty()) {
      throw new ActionProblem(
          "there is no " + target.inWords() + " to delete\n  apply one of that name before");
    }
    return true;
  }
}
