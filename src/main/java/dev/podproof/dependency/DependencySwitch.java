package dev.podproof.dependency;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.fabric8.kubernetes.client.dsl.ServiceResource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the objects of dependencies and switches their ports. */
public final class DependencySwitch {
  private static final int START_LIMIT = 60;
  private static final Duration COMMAND_LIMIT = Duration.ofSeconds(20);

  private DependencySwitch() {}

  /**
   * Brings a dependency into a state. When this returns, a port of a running pod answers so; that a
   * name or its endpoints have gone still has to reach DNS and the node's proxy.
   *
   * @throws IllegalStateException with a message for the user if that cannot be done
   */
  public static void bring(
      ScenarioNamespace namespace, Dependency dependency, DependencyState state)
      throws InterruptedException {
    var pod = namespace.client().pods().inNamespace(namespace.name()).withName(dependency.name());
    // A name that no server answers for is not yet a name that is absent.
    namespace.cluster().awaitNames();
    if (state == DependencyState.Plain.ABSENT) {
      service(namespace, dependency).delete();
      pod.withGracePeriod(0).delete();
      return;
    }
    offer(namespace, dependency);
    if (state == DependencyState.Plain.WITHOUT_ENDPOINTS) {
      pod.withGracePeriod(0).delete();
      return;
    }
    if (pod.get() == null) {
      namespace.apply(DependencyObjects.pod(dependency));
    }
    awaitRunning(namespace, dependency);
    command(namespace, dependency, Listener.command(dependency.port(), state));
  }

  private static ServiceResource<Service> service(
      ScenarioNamespace namespace, Dependency dependency) {
    return namespace.client().services().inNamespace(namespace.name()).withName(dependency.name());
  }

  private static void offer(ScenarioNamespace namespace, Dependency dependency) {
    var service = service(namespace, dependency);
    var existing = service.get();
    if (existing == null) {
      namespace.apply(DependencyObjects.service(dependency));
    } else if (DependencyObjects.isOurs(existing)
        && existing.getSpec().getPorts().stream()
            .noneMatch(port -> port.getPort() == dependency.port())) {
      service.edit(one -> DependencyObjects.withPort(one, dependency.port()));
    }
  }

  private static void awaitRunning(ScenarioNamespace namespace, Dependency dependency) {
    try {
      namespace
          .client()
          .pods()
          .inNamespace(namespace.name())
          .withName(dependency.name())
          .waitUntilCondition(DependencySwitch::isRunning, START_LIMIT, TimeUnit.SECONDS);
    } catch (KubernetesClientTimeoutException e) {
      throw new IllegalStateException(
          "the pod behind "
              + dependency.inWords()
              + " was not running after "
              + START_LIMIT
              + "s\n  it needs the image busybox; see whether the cluster can pull it",
          e);
    }
  }

  private static boolean isRunning(@org.jspecify.annotations.Nullable Pod pod) {
    return pod != null
        && pod.getStatus() != null
        && pod.getStatus().getContainerStatuses().stream()
            .map(ContainerStatus::getState)
            .anyMatch(state -> state != null && state.getRunning() != null);
  }

  private static void command(
      ScenarioNamespace namespace, Dependency dependency, List<String> command)
      throws InterruptedException {
    try {
      var result =
          namespace.exec(dependency.name(), DependencyObjects.CONTAINER, command, COMMAND_LIMIT);
      if (result.exitCode() != 0) {
        throw new IllegalStateException(failure(dependency, result.output() + result.error()));
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(failure(dependency, String.valueOf(e.getMessage())), e);
    }
  }

  private static String failure(Dependency dependency, String why) {
    return "the port of " + dependency.inWords() + " could not be switched: " + why.strip();
  }
}
