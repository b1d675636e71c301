package dev.podproof.dependency;

import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
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
   * Brings a dependency into a state; when this returns, the port answers so.
   *
   * @throws IllegalStateException with a message for the user if that cannot be done
   */
  public static void bring(
      ScenarioNamespace namespace, Dependency dependency, DependencyState state)
      throws InterruptedException {
    createService(namespace, dependency);
    var pod = namespace.client().pods().inNamespace(namespace.name()).withName(dependency.name());
    if (state == DependencyState.WITHOUT_ENDPOINTS) {
      pod.withGracePeriod(0).delete();
      return;
    }
    if (pod.get() == null) {
      namespace.apply(DependencyObjects.pod(dependency));
    }
    awaitRunning(namespace, dependency);
    command(namespace, dependency, state == DependencyState.ACCEPTING ? open(dependency) : CLOSE);
  }

  private static void createService(ScenarioNamespace namespace, Dependency dependency) {
    var service =
        namespace.client().services().inNamespace(namespace.name()).withName(dependency.name());
    if (service.get() == null) {
      namespace.cluster().awaitNames();
      namespace.apply(DependencyObjects.service(dependency));
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

  private static final String CLOSE =
      "if [ -e /tmp/pid ]; then kill $(cat /tmp/pid); rm /tmp/pid; fi";

  // The listener must not hold on to the connection over which it was started.
  private static String open(Dependency dependency) {
    var at = "/proc/net/tcp6 /proc/net/tcp";
    return "[ -e /tmp/pid ] || { mkdir -p /tmp/www; setsid httpd -f -p "
        + dependency.port()
        + " -h /tmp/www </dev/null >/dev/null 2>&1 & echo $! >/tmp/pid; }; "
        + "until grep -qi ':"
        + String.format("%04X", dependency.port())
        + " .* 0A ' "
        + at
        + " 2>/dev/null; do :; done";
  }

  private static void command(ScenarioNamespace namespace, Dependency dependency, String script)
      throws InterruptedException {
    try {
      var result =
          namespace.exec(
              dependency.name(),
              DependencyObjects.CONTAINER,
              List.of("sh", "-c", script),
              COMMAND_LIMIT);
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
