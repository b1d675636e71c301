package dev.podproof.cluster;

import dev.podproof.cluster.image.ImageRegistry;
import dev.podproof.settings.ClusterChoice.Existing;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A cluster that somebody else runs. Nothing is started, and only what is created is removed. */
final class ExistingCluster implements Cluster {
  private static final int ANSWER_LIMIT = (int) Duration.ofSeconds(5).toMillis();

  private final Existing choice;
  private final KubernetesClient client;
  private final String version;
  private final List<StartPhase> phases;

  private ExistingCluster(
      Existing choice, KubernetesClient client, String version, List<StartPhase> phases) {
    this.choice = choice;
    this.client = client;
    this.version = version;
    this.phases = phases;
  }

  static ExistingCluster connect(Existing choice) {
    var watch = new StopWatch();
    var config = StartedCluster.tuned(config(choice));
    var patience = config.getConnectionTimeout();
    config.setConnectionTimeout(ANSWER_LIMIT);
    var client = new KubernetesClientBuilder().withConfig(config).build();
    try {
      var version = client.getKubernetesVersion().getGitVersion();
      watch.lap("API server");
      config.setConnectionTimeout(patience);
      return new ExistingCluster(choice, client, version, watch.phases());
    } catch (KubernetesClientException e) {
      client.close();
      throw new ClusterProblem(
          "the API server "
              + config.getMasterUrl()
              + " does not answer as it should: "
              + reason(e)
              + "\n  it is named by "
              + origin(choice, config)
              + "\n  see whether it runs: kubectl --kubeconfig FILE version; or let Podproof start one: --cluster auto",
          e);
    }
  }

  private static Config config(Existing choice) {
    if (choice.kubeconfig().isEmpty()) {
      return choice.context().isEmpty()
          ? Config.autoConfigure(null)
          : Config.autoConfigure(choice.context());
    }
    var file = Path.of(choice.kubeconfig());
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new ClusterProblem(
          "there is no kubeconfig " + file + " that can be read\n  name one with --kubeconfig FILE",
          e);
    }
    return inContext(choice, file, text);
  }

  private static Config inContext(Existing choice, Path file, String text) {
    Config config;
    try {
      config = Config.fromKubeconfig(text);
    } catch (RuntimeException e) {
      throw new ClusterProblem(
          "the kubeconfig "
              + file
              + " cannot be understood: "
              + reason(e)
              + "\n  expected a file of kind Config, as kubectl config view --raw prints it",
          e);
    }
    if (choice.context().isEmpty()) {
      return config;
    }
    var names = config.getContexts().stream().map(c -> c.getName()).collect(Collectors.toSet());
    if (!names.contains(choice.context())) {
      throw new ClusterProblem(
          "the kubeconfig "
              + file
              + " has no context "
              + choice.context()
              + "\n  it has "
              + names.stream().sorted().collect(Collectors.joining(", "))
              + "; name one of them with --context");
    }
    return Config.fromKubeconfig(choice.context(), file.toFile());
  }

  private static String origin(Existing choice, Config config) {
    var context = config.getCurrentContext() == null ? "" : config.getCurrentContext().getName();
    return (choice.kubeconfig().isEmpty() ? "the default kubeconfig" : choice.kubeconfig())
        + (context.isEmpty() ? "" : ", context " + context);
  }

  private static String reason(Throwable e) {
    var cause = e;
    for (var next = e.getCause(); next != null; next = next.getCause()) {
      cause = next;
    }
    var message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  @Override
  public String name() {
    return "existing cluster, Kubernetes " + version + " at " + client.getMasterUrl();
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
    return Set.of();
  }

  @Override
  public Optional<NodeAccess> node() {
    return Optional.empty();
  }

  @Override
  public Optional<ImageRegistry> images() {
    return Optional.empty();
  }

  @Override
  public String sharedNamespace() {
    return choice.namespace();
  }

  @Override
  public List<StartPhase> phases() {
    return phases;
  }

  @Override
  public void awaitNames() {
    // Its names are its owner's concern; a scenario that needs them waits for its pods.
  }

  @Override
  public void close() {
    client.close();
  }
}
