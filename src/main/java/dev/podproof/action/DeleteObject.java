package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;

/** Asks for an object's deletion; does not wait for the end. */
public record DeleteObject(Target target, Deletion deletion) implements Request {
  @Override
  public String inWords() {
    return "delete " + target.inWords() + deletion.inWords();
  }

  @Override
  public void send(ScenarioNamespace namespace) {
    var object = target.in(namespace);
    var propagation = deletion.propagation().orElse(DeletionPropagation.BACKGROUND);
    var deleted =
        deletion
            .grace()
            .map(
                grace ->
                    object
                        .withPropagationPolicy(propagation)
                        .withGracePeriod(grace.toSeconds())
                        .delete())
            .orElseGet(() -> object.withPropagationPolicy(propagation).delete());
    if (deleted.isEmpty()) {
      var words = "there is no " + target.inWords() + " to delete; apply one of that name before";
      throw new KubernetesClientException(
          words,
          HttpURLConnection.HTTP_NOT_FOUND,
          new StatusBuilder()
              .withCode(HttpURLConnection.HTTP_NOT_FOUND)
              .withReason("NotFound")
              .withMessage(words)
              .build());
    }
  }
}
