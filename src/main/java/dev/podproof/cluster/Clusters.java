package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import dev.podproof.settings.ClusterChoice;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Obtains a cluster, wherever it is to come from. */
public final class Clusters {
  private Clusters() {}

  /**
   * Obtains the cluster that the settings ask for; it accepts pods when this returns.
   *
   * @param announce is told, in a line each, what a reader of the run should know
   * @throws ClusterProblem if it cannot be had; nothing is left behind
   */
  public static Cluster obtain(ClusterSettings settings, Consumer<String> announce) {
    try {
      return settings.choice() instanceof ClusterChoice.Existing existing
          ? ExistingCluster.connect(existing, settings.environment(), announce)
          : fresh(settings, announce);
    } catch (UncheckedIOException e) {
      throw new ClusterProblem(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * A cluster that exists, for those who only read; its shared namespace is that of the choice, of
   * the context, or default.
   *
   * @throws ClusterProblem if it cannot be reached
   */
  public static Cluster read(ClusterChoice.Existing choice, Map<String, String> environment) {
    return ExistingCluster.read(choice, environment);
  }

  /** Whether Docker's default registry accepts a connection; answers within three seconds. */
  public static boolean reachesRegistry() {
    return Docker.reachesRegistry();
  }

  /**
   * Makes ready, on a thread of its own, what takes long and starts nothing: the Docker client.
   * Where that fails, the start itself will say so.
   */
  public static void warm(Map<String, String> environment) {
    var thread = new Thread(() -> warmNow(environment), "docker-client");
    thread.setDaemon(true);
    thread.start();
  }

  private static void warmNow(Map<String, String> environment) {
    try {
      Docker.connect(environment);
      StartedCluster.loadClient();
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Clusters.class).debug("not warmed: {}", e.getMessage());
    }
  }

  private static Cluster fresh(ClusterSettings settings, Consumer<String> announce) {
    var watch = new StopWatch();
    var docker = Docker.connect(settings.environment());
    watch.lap("Docker client");
    Leftovers.sweep(docker, announce);
    var plan = plan(settings, docker, announce);
    watch.lap("choice of image");
    return StartedCluster.start(plan, docker, settings, announce, watch);
  }

  private static ContainerPlan plan(
      ClusterSettings settings, DockerClient docker, Consumer<String> announce) {
    var onlyOwnImages = !registryInReach(settings);
    var choice = settings.choice();
    if (choice instanceof ClusterChoice.FreshNode node) {
      var image = builtNode(settings, docker, node.kubernetesVersion(), announce);
      return new ContainerPlan(image, false, onlyOwnImages);
    }
    var local = Docker.localK3s(docker);
    if (choice instanceof ClusterChoice.FreshK3s k3s) {
      return k3sPlan(docker, k3s.image(), local, onlyOwnImages, announce);
    }
    if (local.isEmpty() && onlyOwnImages) {
      var image = builtNode(settings, docker, ClusterChoice.DEFAULT_KUBERNETES, announce);
      return new ContainerPlan(image, false, true);
    }
    var image = ImagePull.preferred(local).orElse(ClusterChoice.DEFAULT_K3S_IMAGE);
    return k3sPlan(docker, image, local, onlyOwnImages, announce);
  }

  private static ContainerPlan k3sPlan(
      DockerClient docker,
      String image,
      List<String> local,
      boolean onlyOwnImages,
      Consumer<String> announce) {
    ImagePull.ensure(docker, image, local, announce);
    return new ContainerPlan(image, !NodeImage.isName(image), onlyOwnImages);
  }

  private static boolean registryInReach(ClusterSettings settings) {
    return registryInReach(settings.environment());
  }

  /**
   * Whether images can be pulled. The launcher asks before it decides what to prepare, so the
   * answer may be in the environment already; to ask takes three seconds at most.
   */
  public static boolean registryInReach(Map<String, String> environment) {
    var known = environment.get("PODPROOF_REGISTRY_IN_REACH");
    return known == null ? Docker.reachesRegistry() : known.equals("true");
  }

  private static String builtNode(
      ClusterSettings settings, DockerClient docker, String version, Consumer<String> announce) {
    var image = NodeImage.tag(version);
    if (!Docker.hasImage(docker, image)) {
      NodeImage.build(settings.home(), version, announce);
    }
    return image;
  }
}
