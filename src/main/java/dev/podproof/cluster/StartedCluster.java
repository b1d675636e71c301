package dev.podproof.cluster;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.podproof.cluster.image.ImageCatalogue;
import dev.podproof.cluster.image.ImageRegistry;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.testcontainers.containers.ContainerLaunchException;

/** A cluster of one node in a container, started for one run. */
final class StartedCluster implements Cluster {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration REMOVAL_LIMIT = Duration.ofSeconds(10);
  private static final String UNINITIALIZED = "node.cloudprovider.kubernetes.io/uninitialized";

  private final ContainerPlan plan;
  private final DockerClient docker;
  private final String containerId;
  private final ImageRegistry registry;
  private final KubernetesClient client;
  private final String version;
  private final List<StartPhase> phases;
  private final AtomicBoolean closed = new AtomicBoolean();

  private StartedCluster(
      Starting starting, KubernetesClient client, String version, List<StartPhase> phases) {
    this.plan = starting.plan;
    this.docker = starting.docker;
    this.containerId = starting.containerId;
    this.registry = starting.registry;
    this.client = client;
    this.version = version;
    this.phases = phases;
  }

  /** Starts the planned container and waits until the cluster accepts pods. */
  static StartedCluster start(
      ContainerPlan plan,
      DockerClient docker,
      Path cache,
      Consumer<String> announce,
      StopWatch watch) {
    var gateway =
        Docker.gateway()
            .orElseThrow(
                () ->
                    new ClusterProblem(
                        "this machine has no network interface docker0, where images would be served to the node\n"
                            + "  start the Docker daemon on this machine with its default bridge network\n"
                            + "  or use a cluster that exists: --cluster existing --kubeconfig FILE"));
    // Where the real images can be had they are used, and only stand-ins are served.
    var catalogue = ImageCatalogue.read(cache.resolve("images"));
    var registry = ImageRegistry.serve(new InetSocketAddress(gateway, 0), catalogue, announce);
    var starting = new Starting(plan, docker, registry, cache);
    try {
      var yaml = starting.run(watch);
      var client = client(yaml);
      awaitReady(client, watch);
      var version = "v" + client.getKubernetesVersion().getGitVersion().replaceFirst("^v", "");
      watch.lap("version");
      return new StartedCluster(starting, client, version, watch.phases());
    } catch (RuntimeException e) {
      starting.abandon();
      throw e;
    }
  }

  private static KubernetesClient client(String kubeconfig) {
    return new KubernetesClientBuilder()
        .withConfig(tuned(Config.fromKubeconfig(kubeconfig)))
        .build();
  }

  /** Loads what a client consists of, which takes a third of a second, without asking anybody. */
  static void loadClient() {
    var nowhere = new ConfigBuilder(Config.empty()).withMasterUrl("https://127.0.0.1:1").build();
    try (var unused = new KubernetesClientBuilder().withConfig(nowhere).build()) {
      unused.pods();
    }
  }

  static Config tuned(Config config) {
    config.setRequestTimeout((int) Duration.ofSeconds(15).toMillis());
    config.setRequestRetryBackoffLimit(0);
    config.setWatchReconnectInterval(200);
    return config;
  }

  private static void awaitReady(KubernetesClient client, StopWatch watch) {
    await("the API server")
        .pollDelay(Duration.ZERO)
        // Each try costs this machine a TLS handshake, while the node needs its processors.
        .pollInterval(Duration.ofMillis(60))
        .atMost(START_LIMIT)
        .ignoreExceptionsInstanceOf(KubernetesClientException.class)
        .until(() -> "ok".equals(client.raw("/readyz")));
    watch.lap("API server");
    client
        .nodes()
        .withName(ContainerPlan.NODE_NAME)
        .waitUntilCondition(StartedCluster::isReady, START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    watch.lap("node ready");
    client
        .serviceAccounts()
        .inNamespace("default")
        .withName("default")
        .waitUntilCondition(Objects::nonNull, START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    watch.lap("service account");
  }

  private static boolean isReady(@org.jspecify.annotations.Nullable Node node) {
    return node != null
        && node.getSpec().getTaints().stream().noneMatch(t -> t.getKey().equals(UNINITIALIZED))
        && node.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Ready") && c.getStatus().equals("True"));
  }

  @Override
  public String name() {
    return plan.isK3s()
        ? "K3s " + version + " (image " + plan.image() + ")"
        : "upstream Kubernetes " + version + " (node image " + plan.image() + ", not K3s)";
  }

  @Override
  public String kubernetesVersion() {
    return version;
  }

  @Override
  public KubernetesClient client() {
    return client;
  }

  @Override
  public Set<Capability> capabilities() {
    var all = EnumSet.allOf(Capability.class);
    if (plan.isK3s()) {
      all.remove(Capability.RESTART_COMPONENTS);
    }
    return all;
  }

  @Override
  public Optional<NodeAccess> node() {
    return Optional.of(new DockerNodeAccess(docker, containerId));
  }

  @Override
  public Optional<ImageRegistry> images() {
    return Optional.of(registry);
  }

  @Override
  public String sharedNamespace() {
    return "";
  }

  @Override
  public List<StartPhase> phases() {
    return phases;
  }

  @Override
  public void awaitNames() {
    client
        .apps()
        .deployments()
        .inNamespace("kube-system")
        .withName("coredns")
        .waitUntilCondition(
            deployment ->
                deployment != null
                    && deployment.getStatus() != null
                    && Optional.ofNullable(deployment.getStatus().getAvailableReplicas()).orElse(0)
                        > 0,
            60,
            TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      // The container goes first: everything else only listens to it.
      remove(docker, containerId);
      registry.close();
      client.close();
    }
  }

  // It also removes itself when it ends, and the daemon refuses a second removal while one is under
  // way; so what counts is that it is gone, and its volumes go before it does.
  private static void remove(DockerClient docker, String containerId) {
    try {
      docker.removeContainerCmd(containerId).withForce(true).withRemoveVolumes(true).exec();
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
        .until(() -> isGone(docker, containerId));
  }

  private static boolean isGone(DockerClient docker, String containerId) {
    try {
      docker.inspectContainerCmd(containerId).exec();
      return false;
    } catch (NotFoundException e) {
      return true;
    }
  }

  /** A start under way: what it has brought into the world so far. */
  private static final class Starting {
    private final ContainerPlan plan;
    private final DockerClient docker;
    private final ImageRegistry registry;
    private final Path cache;
    private String containerId = "";

    Starting(ContainerPlan plan, DockerClient docker, ImageRegistry registry, Path cache) {
      this.plan = plan;
      this.docker = docker;
      this.registry = registry;
      this.cache = cache;
    }

    /** Starts the container and returns its kubeconfig. */
    String run(StopWatch watch) {
      var cgroupV1 = Docker.hasCgroupV1();
      var privileges = new PrivilegeMemory(cache);
      NodeContainer container;
      if (privileges.mayBePrivileged()) {
        try {
          container = started(true, cgroupV1);
        } catch (ContainerLaunchException e) {
          if (!PrivilegeMemory.isRefusal(e)) {
            throw problem(e);
          }
          privileges.refused();
          container = started(false, cgroupV1);
        }
      } else {
        container = started(false, cgroupV1);
      }
      watch.lap("container");
      return container.getKubeConfigYaml();
    }

    @SuppressWarnings("resource") // closed with the cluster, by its ID
    private NodeContainer started(boolean privileged, boolean cgroupV1) {
      var container =
          new NodeContainer(
              plan,
              privileged,
              cgroupV1,
              ContainerPlan.registriesYaml(registry.endpoint()),
              this::begun);
      try {
        container.start();
      } catch (ContainerLaunchException e) {
        if (privileged) {
          throw e;
        }
        throw problem(e);
      }
      return container;
    }

    // Called as soon as the container runs: from here on it goes when this process goes.
    private void begun(String id) {
      containerId = id;
      // Never closed by us: its input ends when this process does, in whatever way.
      new DockerNodeAccess(docker, id)
          .converse(
              List.of("sh", "-c", "cat >/dev/null; kill -TERM 1; sleep 4; kill -KILL 1"),
              line -> {},
              () -> {});
    }

    private ClusterProblem problem(ContainerLaunchException e) {
      return new ClusterProblem(
          "the image "
              + plan.image()
              + " did not start: "
              + rootMessage(e)
              + "\n"
              + "  see whether it is here: docker image ls; name another one: --k3s-image IMAGE\n"
              + "  or use a cluster that exists: --cluster existing --kubeconfig FILE",
          e);
    }

    private static String rootMessage(Throwable e) {
      var cause = e;
      for (var next = e.getCause(); next != null; next = next.getCause()) {
        cause = next;
      }
      return String.valueOf(cause.getMessage())
          .strip()
          .lines()
          .findFirst()
          .orElse("no reason given");
    }

    void abandon() {
      if (!containerId.isEmpty()) {
        remove(docker, containerId);
      }
      registry.close();
    }
  }
}
