package dev.podproof.cluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rnorth.ducttape.ratelimits.RateLimiterBuilder;
import org.rnorth.ducttape.unreliables.Unreliables;

/**
 * Waits for the parts of a new cluster, and gives up as soon as its node is lost.
 *
 * @param lost completes when the node is no more
 */
record Readiness(CompletableFuture<Void> lost) {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  // Each try costs this machine a TLS handshake, while the node needs its processors.
  private static final int TRIES_PER_SECOND = 16;
  private static final String UNINITIALIZED = "node.cloudprovider.kubernetes.io/uninitialized";

  /** The API server says of itself that it is ready; before that it cannot be watched. */
  void awaitApi(KubernetesClient client) {
    var pace =
        RateLimiterBuilder.newBuilder()
            .withRate(TRIES_PER_SECOND, TimeUnit.SECONDS)
            .withConstantThroughput()
            .build();
    try {
      Unreliables.retryUntilTrue(
          (int) LIMIT.toSeconds(),
          TimeUnit.SECONDS,
          () -> lost.isDone() || pace.getWhenReady(() -> isReady(client)));
    } catch (org.rnorth.ducttape.TimeoutException e) {
      throw new NotReady("the API server was not ready within " + LIMIT.toSeconds() + " s", e);
    }
    if (lost.isDone()) {
      throw new NotReady("the node ended", null);
    }
  }

  private static boolean isReady(KubernetesClient client) {
    try {
      return "ok".equals(client.raw("/readyz"));
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  /**
   * A node that takes pods: Ready, and the cloud controller, which K3s has, took its taint away
   * (docs.k3s.io/networking/networking-services).
   */
  static CompletableFuture<List<Node>> node(KubernetesClient client) {
    return client.nodes().informOnCondition(nodes -> nodes.stream().anyMatch(Readiness::takesPods));
  }

  /** Without its default account a namespace refuses pods (kubernetes/kubernetes#66689). */
  static CompletableFuture<?> account(KubernetesClient client) {
    return client
        .serviceAccounts()
        .inNamespace("default")
        .withName("default")
        .informOnCondition(accounts -> !accounts.isEmpty());
  }

  static boolean takesPods(Node node) {
    return node.getStatus() != null
        && node.getStatus().getConditions().stream()
            .anyMatch(one -> one.getType().equals("Ready") && one.getStatus().equals("True"))
        && node.getSpec().getTaints().stream().noneMatch(one -> one.getKey().equals(UNINITIALIZED));
  }

  /** The awaited value. */
  <T> T await(String what, CompletableFuture<T> coming) {
    try {
      CompletableFuture.anyOf(coming, lost).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      if (!coming.isDone()) {
        throw new NotReady("the node ended", null);
      }
      return coming.get();
    } catch (TimeoutException e) {
      throw new NotReady(what + " did not come within " + LIMIT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new NotReady(what + " cannot be waited for: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReady("interrupted", e);
    } finally {
      coming.cancel(true);
    }
  }

  /** Why the cluster cannot be used, for whoever can say more about it. */
  static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotReady(String why, @org.jspecify.annotations.Nullable Throwable cause) {
      super(why, cause);
    }
  }
}
