package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import dev.podproof.cluster.Readiness.NotReady;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.ContainerLaunchException;

/** The start of one node: what it has brought into the world so far. Used by one thread. */
final class NodeStart {
  private final ContainerPlan plan;
  private final DockerClient docker;
  private final String registriesYaml;
  private final PrivilegeMemory privileges;
  private final CountedRequests requests = new CountedRequests();
  private @Nullable NodeContainer container;
  private @Nullable Lifeline lifeline;
  private @Nullable KubernetesClient client;

  NodeStart(ContainerPlan plan, DockerClient docker, String registriesYaml, Path cache) {
    this.plan = plan;
    this.docker = docker;
    this.registriesYaml = registriesYaml;
    this.privileges = new PrivilegeMemory(cache);
  }

  /** A node that takes pods. */
  record Ready(
      String containerId,
      KubernetesClient client,
      CountedRequests requests,
      String version,
      CompletableFuture<Void> lost) {}

  /** Returns when the node takes pods; where it does not come to that, nothing is left behind. */
  Ready run(StopWatch watch) {
    try {
      var started = startContainer();
      watch.lap("container");
      return awaitReady(started, watch);
    } catch (RuntimeException e) {
      abandon();
      throw e instanceof NotReady || e instanceof ContainerLaunchException ? problem(e) : e;
    }
  }

  private NodeContainer startContainer() {
    if (privileges.mayBePrivileged()) {
      try {
        return startContainer(true);
      } catch (ContainerLaunchException e) {
        if (!PrivilegeMemory.isRefusal(e)) {
          throw e;
        }
        privileges.refused();
      }
    }
    return startContainer(false);
  }

  private NodeContainer startContainer(boolean privileged) {
    var starting =
        new NodeContainer(plan, privileged, Docker.hasCgroupV1(), registriesYaml, this::tie);
    container = starting;
    starting.start();
    return starting;
  }

  // Called as soon as the container runs: from here on it goes when this process goes.
  private void tie(String containerId) {
    lifeline = Lifeline.to(new DockerNodeAccess(docker, containerId));
  }

  private Ready awaitReady(NodeContainer started, StopWatch watch) {
    var tied = lifeline;
    if (tied == null) {
      throw new IllegalStateException("Testcontainers did not tell that the container runs");
    }
    var readiness = new Readiness(tied.lost());
    var kubeconfig = readiness.await("its kubeconfig", tied.kubeconfig());
    var connected = connect(kubeconfig, started.apiPort());
    client = connected;
    watch.lap("kubeconfig");
    readiness.awaitApi(connected);
    watch.lap("API server");
    var account = Readiness.account(connected);
    var nodes = readiness.await("a node that is Ready", Readiness.node(connected));
    watch.lap("node ready");
    readiness.await("the default service account", account);
    watch.lap("service account");
    var version = nodes.get(0).getStatus().getNodeInfo().getKubeletVersion();
    return new Ready(started.getContainerId(), connected, requests, version, tied.lost());
  }

  private KubernetesClient connect(String kubeconfig, int port) {
    var config = Config.fromKubeconfig(kubeconfig);
    config.setMasterUrl("https://127.0.0.1:" + port + "/");
    // A proxy from the environment has no business on the way to this machine itself.
    config.setHttpProxy(null);
    config.setHttpsProxy(null);
    return requests.client(StartedCluster.tuned(config));
  }

  private ClusterProblem problem(RuntimeException e) {
    var lastWords = container == null ? "" : container.lastWords();
    return new ClusterProblem(
        "the image "
            + plan.image()
            + " gave no usable cluster: "
            + (e instanceof NotReady ? e.getMessage() : rootMessage(e))
            + "\n  its last words: "
            + (lastWords.isEmpty() ? "none" : lastWords)
            + "\n  try again, or another image: --k3s-image IMAGE"
            + "\n  or a cluster that exists: --cluster existing --kubeconfig FILE",
        e);
  }

  private static String rootMessage(Throwable e) {
    return String.valueOf(ExceptionUtils.getRootCause(e).getMessage())
        .strip()
        .lines()
        .findFirst()
        .orElse("no reason given");
  }

  private void abandon() {
    if (container != null && container.getContainerId() != null) {
      Docker.remove(docker, container.getContainerId());
    }
    if (client != null) {
      client.close();
    }
  }
}
