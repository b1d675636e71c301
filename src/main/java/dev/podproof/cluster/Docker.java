package dev.podproof.cluster;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.testcontainers.DockerClientFactory;

/** What is to be known of this machine's Docker daemon. */
final class Docker {
  /** How long a registry may take to accept a connection. */
  private static final Duration REGISTRY_LIMIT = Duration.ofSeconds(3);

  private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(10);

  /**
   * Without these Testcontainers tries to pull images of its own, and waits for minutes where no
   * registry answers. It reads them from the environment alone.
   */
  private static final Map<String, String> REQUIRED =
      Map.of(
          "TESTCONTAINERS_RYUK_DISABLED", "true",
          "TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1",
          "TESTCONTAINERS_CHECKS_DISABLE", "true");

  private Docker() {}

  /** Refuses an environment in which Testcontainers would wait for registries. */
  static void requireEnvironment(Map<String, String> environment) {
    var missing =
        REQUIRED.entrySet().stream()
            .filter(wanted -> !wanted.getValue().equals(environment.get(wanted.getKey())))
            .map(wanted -> wanted.getKey() + "=" + wanted.getValue())
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new ClusterProblem(
          "a cluster in a container needs environment variables that are not set\n"
              + "  set them: export "
              + String.join(" ", missing)
              + "\n  or start through ./podproof, which sets them");
    }
  }

  /** A client of the daemon. */
  static DockerClient connect(Map<String, String> environment) {
    requireEnvironment(environment);
    try {
      return DockerClientFactory.instance().client();
    } catch (IllegalStateException e) {
      throw new ClusterProblem(
          "no Docker daemon answers on this machine\n"
              + "  start it (dockerd, or: systemctl start docker), or install it (apt-get install docker.io)\n"
              + "  or use a cluster that exists: --cluster existing --kubeconfig FILE",
          e);
    }
  }

  /** Whether an image of that name lies on this machine. */
  static boolean hasImage(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (DockerException e) {
      return false;
    }
  }

  /** The images of rancher/k3s that lie on this machine. */
  static List<String> localK3s(DockerClient docker) {
    return docker.listImagesCmd().exec().stream()
        .flatMap(image -> tags(image.getRepoTags()).stream())
        .filter(tag -> tag.startsWith("rancher/k3s:"))
        .sorted()
        .toList();
  }

  private static List<String> tags(String @org.jspecify.annotations.Nullable [] tags) {
    return tags == null ? List.of() : List.of(tags);
  }

  /** Whether Docker's default registry accepts a connection within the limit. */
  static boolean reachesRegistry() {
    return CompletableFuture.supplyAsync(Docker::connects)
        .completeOnTimeout(false, REGISTRY_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static boolean connects() {
    try (var socket = new Socket()) {
      socket.connect(
          new InetSocketAddress("registry-1.docker.io", 443), (int) REGISTRY_LIMIT.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether this machine's kernel has version 1 of control groups. */
  static boolean hasCgroupV1() {
    return !Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers"));
  }

  /**
   * The address at which containers of the default network reach this machine. An old daemon does
   * not name the network's gateway, so the bridge itself is asked.
   */
  static Optional<Inet4Address> gateway() {
    try {
      var bridge = NetworkInterface.getByName("docker0");
      return bridge == null
          ? Optional.empty()
          : Collections.list(bridge.getInetAddresses()).stream()
              .filter(Inet4Address.class::isInstance)
              .map(Inet4Address.class::cast)
              .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Ends and removes a container with its volumes; returns when it is gone. It also removes itself
   * when it ends, and the daemon refuses a second removal while one is under way.
   *
   * @throws ClusterProblem if the daemon does not answer any more
   */
  static void remove(DockerClient docker, String container) {
    try {
      removeFrom(docker, container);
    } catch (RuntimeException e) {
      if (!(ExceptionUtils.getRootCause(e) instanceof IOException)) {
        throw e;
      }
      throw new ClusterProblem(
          "the Docker daemon does not answer, and the node's container "
              + StringUtils.left(container, 12)
              + " could not be removed"
              + "\n  start the daemon: ./podproof setup, or: systemctl start docker"
              + "\n  it ends what it had started, and the next run removes what is left",
          e);
    }
  }

  private static void removeFrom(DockerClient docker, String container) {
    try {
      docker.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      return;
    } catch (DockerException e) {
      if (!String.valueOf(e.getMessage()).contains("already in progress")) {
        throw e;
      }
    }
    await("the removal of the node's container")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(REMOVAL_LIMIT)
        .until(() -> isGone(docker, container));
  }

  private static boolean isGone(DockerClient docker, String container) {
    try {
      docker.inspectContainerCmd(container).exec();
      return false;
    } catch (NotFoundException e) {
      return true;
    }
  }

  /** The daemon's own words, in one line. */
  static String saying(DockerException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^Status \\d+: ", "")
        .replaceFirst("(?s)^\\{\"message\":\"(.*)\"}\\s*$", "$1")
        .replace("\\\"", "\"")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
