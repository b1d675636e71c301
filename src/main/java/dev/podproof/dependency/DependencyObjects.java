package dev.podproof.dependency;

import dev.podproof.lifecycle.History;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Map;

/** The objects that stand for a dependency in the cluster. */
final class DependencyObjects {
  private static final String SELECTOR = "podproof.dev/dependency";

  /** The container, in which nothing listens until it is told to. */
  static final String CONTAINER = "dependency";

  private DependencyObjects() {}

  static GenericKubernetesResource service(Dependency dependency) {
    return generic(
        new ServiceBuilder()
            .withNewMetadata()
            .withName(dependency.name())
            .endMetadata()
            .withNewSpec()
            .addToSelector(SELECTOR, dependency.name())
            .addToPorts(port(dependency.port()))
            .endSpec()
            .build());
  }

  /** Whether a Service stands for a dependency, and was not applied by the scenario. */
  static boolean isOurs(Service service) {
    var selector = service.getSpec().getSelector();
    return selector != null && selector.containsKey(SELECTOR);
  }

  /** The Service with one more port. */
  static Service withPort(Service service, int port) {
    return new ServiceBuilder(service).editSpec().addToPorts(port(port)).endSpec().build();
  }

  // Where a Service has several ports, each has a name.
  private static ServicePort port(int port) {
    return new ServicePortBuilder().withName("port-" + port).withPort(port).build();
  }

  static GenericKubernetesResource pod(Dependency dependency) {
    return generic(
        new PodBuilder()
            .withNewMetadata()
            .withName(dependency.name())
            .withLabels(Map.of(SELECTOR, dependency.name(), History.ROLE_LABEL, "dependency"))
            .endMetadata()
            .withNewSpec()
            .withTerminationGracePeriodSeconds(0L)
            .addNewContainer()
            .withName(CONTAINER)
            .withImage("busybox")
            .withImagePullPolicy("IfNotPresent")
            .withCommand("sh", "-c", "trap 'exit 0' TERM; while :; do sleep 3600 & wait $!; done")
            .endContainer()
            .endSpec()
            .build());
  }

  private static GenericKubernetesResource generic(Object object) {
    return Serialization.unmarshal(Serialization.asJson(object), GenericKubernetesResource.class);
  }
}
