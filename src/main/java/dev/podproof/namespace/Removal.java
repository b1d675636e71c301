package dev.podproof.namespace;

import dev.podproof.cluster.Capability;
import dev.podproof.cluster.Cluster;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How what a scenario applied goes in the end: with its namespace where that is its own, else
 * object by object; on a cluster that goes away itself only what still runs is stopped.
 *
 * @param namespace its name
 * @param ours whether the namespace is the scenario's own
 */
record Removal(Cluster cluster, String namespace, boolean ours) {
  private static final Logger log = LoggerFactory.getLogger(Removal.class);

  /** Removes these; what cannot be removed is told in the log. */
  void of(Collection<GenericKubernetesResource> applied) {
    try {
      if (!ours) {
        applied.forEach(this::delete);
        applied.forEach(this::awaitGone);
      } else if (cluster.capabilities().contains(Capability.THROW_AWAY)) {
        endPods(applied);
        applied.stream().filter(object -> !isPod(object)).forEach(this::delete);
        applied.stream().filter(Removal::definesKind).forEach(this::awaitGone);
      } else {
        cluster.client().namespaces().withName(namespace).delete();
        applied.stream().filter(Removal::isOutside).forEach(this::delete);
      }
    } catch (KubernetesClientException e) {
      log.warn(
          "what was applied to namespace {} may be left behind: {}", namespace, e.getMessage());
    }
  }

  // The pods go before their owners: once the garbage collector has deleted a pod, its containers
  // have its whole grace period, and the kubelet does not shorten that within seconds. So that the
  // owners replace none meanwhile, no more pods are accepted.
  private void endPods(Collection<GenericKubernetesResource> applied) {
    var client = cluster.client();
    if (applied.stream().anyMatch(Removal::mayOwnPods)) {
      client
          .resource(
              new ResourceQuotaBuilder()
                  .withNewMetadata()
                  .withName("podproof-end")
                  .withNamespace(namespace)
                  .endMetadata()
                  .withNewSpec()
                  .addToHard("pods", new Quantity("0"))
                  .endSpec()
                  .build())
          .create();
    }
    client.pods().inNamespace(namespace).withGracePeriod(0).delete();
  }

  private void delete(HasMetadata object) {
    var target = named(object);
    if (isPod(object)) {
      target.withGracePeriod(0).delete();
    } else {
      target.withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
    }
  }

  // The next scenario has the same namespace, and must not meet what this one applied.
  private void awaitGone(HasMetadata object) {
    named(object).waitUntilCondition(Objects::isNull, 30, TimeUnit.SECONDS);
  }

  private Resource<GenericKubernetesResource> named(HasMetadata object) {
    return cluster
        .client()
        .genericKubernetesResources(object.getApiVersion(), object.getKind())
        .inNamespace(namespace)
        .withName(object.getMetadata().getName());
  }

  private static boolean mayOwnPods(HasMetadata object) {
    return new ObjectKind(object.getApiVersion(), object.getKind()).mayOwnPods();
  }

  private static boolean isPod(HasMetadata object) {
    return object.getKind().equals("Pod");
  }

  // The objects of its kind go first, and until then the next scenario may make none.
  private static boolean definesKind(HasMetadata object) {
    return object.getKind().equals("CustomResourceDefinition");
  }

  // What belongs to no namespace does not go with ours.
  private static boolean isOutside(HasMetadata object) {
    return object.getMetadata().getNamespace() == null;
  }
}
