package dev.podproof.namespace;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.Set;

/** How objects are sent to the API server. */
final class Sending {
  private static final String MANAGER = "podproof";
  private static final int UNPROCESSABLE = 422;

  /** How the API server refuses what it cannot merge. */
  private static final Set<Integer> UNMERGED =
      Set.of(
          HttpURLConnection.HTTP_BAD_REQUEST, HttpURLConnection.HTTP_INTERNAL_ERROR, UNPROCESSABLE);

  private Sending() {}

  /**
   * Applies it. A list with two elements of one key cannot be merged, and may be created all the
   * same; and what is no such object at all is refused with the field only where it is created.
   */
  static GenericKubernetesResource apply(Resource<GenericKubernetesResource> target) {
    try {
      return target
          .fieldValidation(Validation.STRICT)
          .fieldManager(MANAGER)
          .forceConflicts()
          .serverSideApply();
    } catch (KubernetesClientException e) {
      if (e.getStatus() == null || !UNMERGED.contains(e.getCode())) {
        throw e;
      }
      return create(target, e);
    }
  }

  private static GenericKubernetesResource create(
      Resource<GenericKubernetesResource> target, KubernetesClientException unmerged) {
    try {
      return target.fieldValidation(Validation.STRICT).create();
    } catch (KubernetesClientException e) {
      throw e.getCode() == HttpURLConnection.HTTP_CONFLICT ? unmerged : e;
    }
  }

  /**
   * Creates it, or where it is there already applies it without taking over what others set; what
   * was created, empty where nothing was.
   */
  static Optional<GenericKubernetesResource> attempt(
      Resource<GenericKubernetesResource> target, Validation validation, boolean dryRun) {
    var request = (dryRun ? target.dryRun(true) : target).fieldValidation(validation);
    try {
      var created = request.create();
      return dryRun ? Optional.empty() : Optional.of(created);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
      request.fieldManager(MANAGER).serverSideApply();
      return Optional.empty();
    }
  }
}
