package dev.podproof.cluster;

import dev.podproof.cluster.image.Images;
import dev.podproof.cluster.image.RewrittenImages;
import dev.podproof.settings.ClusterChoice.Existing;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A cluster that somebody else runs. Nothing is started, and only what is created is removed. */
final class ExistingCluster implements Cluster {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(4);

  private final Existing choice;
  private final KubernetesClient client;
  private final CountedRequests requests;
  private final String version;
  private final List<StartPhase> phases;
  private final Optional<Images> images;

  private ExistingCluster(
      Existing choice,
      KubernetesClient client,
      CountedRequests requests,
      String version,
      List<StartPhase> phases,
      Optional<Images> images) {
    this.choice = choice;
    this.client = client;
    this.requests = requests;
    this.version = version;
    this.phases = phases;
    this.images = images;
  }

  static ExistingCluster connect(
      Existing choice, Map<String, String> environment, Consumer<String> announce) {
    var kubeconfig = Kubeconfig.read(choice, environment);
    Optional<Images> images =
        choice.rewriteImages() ? Optional.of(new RewrittenImages(announce)) : Optional.empty();
    return reach(choice, kubeconfig, images, client -> checkRights(client, choice, kubeconfig));
  }

  /** For those who only read; without a namespace of the choice the context's is meant. */
  static ExistingCluster read(Existing choice, Map<String, String> environment) {
    var kubeconfig = Kubeconfig.read(choice, environment);
    var ofContext = Objects.requireNonNullElse(kubeconfig.config().getNamespace(), "default");
    var namespace = choice.namespace().isEmpty() ? ofContext : choice.namespace();
    var settled = new Existing(choice.kubeconfig(), choice.context(), namespace, false);
    return reach(settled, kubeconfig, Optional.empty(), client -> {});
  }

  private static ExistingCluster reach(
      Existing choice,
      Kubeconfig kubeconfig,
      Optional<Images> images,
      Consumer<KubernetesClient> check) {
    var watch = new StopWatch();
    var config = StartedCluster.tuned(kubeconfig.config());
    config.setConnectionTimeout((int) ANSWER_LIMIT.toMillis());
    var requests = new CountedRequests();
    var client = requests.client(config);
    try {
      var version = version(client);
      watch.lap("API server");
      check.accept(client);
      watch.lap("rights");
      return new ExistingCluster(choice, client, requests, version, watch.phases(), images);
    } catch (KubernetesClientException e) {
      client.close();
      throw new ClusterProblem(
          "the API server "
              + config.getMasterUrl()
              + " does not answer as it should: "
              + Unreachable.inWords(e, ANSWER_LIMIT)
              + "\n  it is named by "
              + kubeconfig.origin()
              + "\n  see whether it runs: kubectl --kubeconfig FILE version; or let Podproof start one: --cluster auto",
          e);
    } catch (ClusterProblem e) {
      client.close();
      throw e;
    }
  }

  // A server that accepts the connection and says nothing is given up as soon as one that does not.
  private static String version(KubernetesClient client) {
    var patience =
        new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
            .withRequestTimeout((int) ANSWER_LIMIT.toMillis())
            .build();
    return client
        .newClient(patience)
        .adapt(KubernetesClient.class)
        .getKubernetesVersion()
        .getGitVersion();
  }

  private static void checkRights(KubernetesClient client, Existing choice, Kubeconfig kubeconfig) {
    if (choice.namespace().isEmpty()) {
      if (!mayCreateNamespaces(client)) {
        throw new ClusterProblem(
            "no namespace may be created with "
                + kubeconfig.origin()
                + ", and each scenario wants its own"
                + "\n  let the scenarios share one that exists: --namespace NAME");
      }
    } else if (isMissing(client, choice.namespace())) {
      throw new ClusterProblem(
          "there is no namespace "
              + choice.namespace()
              + " in the cluster of "
              + kubeconfig.origin()
              + "\n  make it: kubectl create namespace "
              + choice.namespace()
              + "; or leave --namespace out");
    }
  }

  private static boolean mayCreateNamespaces(KubernetesClient client) {
    var review =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withVerb("create")
            .withResource("namespaces")
            .endResourceAttributes()
            .endSpec()
            .build();
    return client.resource(review).create().getStatus().getAllowed();
  }

  // Who has rights inside a namespace alone may not look at the namespace itself.
  private static boolean isMissing(KubernetesClient client, String namespace) {
    try {
      return client.namespaces().withName(namespace).get() == null;
    } catch (KubernetesClientException e) {
      if (e.getCode() == 403) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public RequestCount requests() {
    return requests.soFar();
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
  public Optional<Images> images() {
    return images;
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
  public CompletableFuture<Void> lost() {
    return new CompletableFuture<>();
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
