package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import dev.podproof.cluster.image.ImageCatalogue;
import dev.podproof.cluster.image.ImageRegistry;
import dev.podproof.cluster.image.Images;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A cluster of one node in a container, started for one run. */
final class StartedCluster implements Cluster {
  private final ContainerPlan plan;
  private final DockerClient docker;
  private final String containerId;
  private final ImageRegistry registry;
  private final KubernetesClient client;
  private final CountedRequests requests;
  private final String version;
  private final CompletableFuture<Void> lost;
  private final List<StartPhase> phases;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean names = new AtomicBoolean();

  private StartedCluster(
      ContainerPlan plan,
      DockerClient docker,
      ImageRegistry registry,
      NodeStart.Ready node,
      List<StartPhase> phases) {
    this.plan = plan;
    this.docker = docker;
    this.containerId = node.containerId();
    this.registry = registry;
    this.client = node.client();
    this.requests = node.requests();
    this.version = node.version();
    this.lost = node.lost();
    this.phases = phases;
  }

  /** Starts the planned container and waits until the cluster accepts pods. */
  static StartedCluster start(
      ContainerPlan plan,
      DockerClient docker,
      ClusterSettings settings,
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
    var cache = settings.cache();
    var here = ImageCatalogue.read(cache.resolve("images")).withNamesOf(settings.images());
    var catalogue =
        plan.onlyOwnImages()
            ? here
            : BaseImage.in(here.withoutPublicNames(), docker, cache, announce);
    var registry = ImageRegistry.serve(new InetSocketAddress(gateway, 0), catalogue, announce);
    watch.lap("image registry");
    try {
      var node =
          new NodeStart(
                  plan,
                  docker,
                  ContainerPlan.registriesYaml(registry.endpoint(), settings.mirrors()),
                  cache)
              .run(watch);
      return new StartedCluster(plan, docker, registry, node, watch.phases());
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
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

  @Override
  public RequestCount requests() {
    return requests.soFar();
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
  public Optional<Images> images() {
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
  public CompletableFuture<Void> lost() {
    return lost;
  }

  @Override
  public void awaitNames() {
    if (names.get()) {
      return;
    }
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
    names.set(true);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      // The container goes first: everything else only listens to it.
      try {
        Docker.remove(docker, containerId);
      } finally {
        registry.close();
        client.close();
      }
    }
  }
}
