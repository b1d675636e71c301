package dev.podproof.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A cluster that is no more than an API server that is mocked: without a node or images. */
public final class MockedCluster {
  private MockedCluster() {}

  /**
   * One that is never lost.
   *
   * @param sharedNamespace empty where each scenario has its own
   */
  public static Cluster of(
      KubernetesClient client, String sharedNamespace, Set<Capability> capabilities) {
    return (Cluster)
        Proxy.newProxyInstance(
            MockedCluster.class.getClassLoader(),
            new Class<?>[] {Cluster.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "client" -> client;
                  case "lost" -> new CompletableFuture<Void>();
                  case "sharedNamespace" -> sharedNamespace;
                  case "capabilities" -> capabilities;
                  case "node", "images" -> Optional.empty();
                  default -> "";
                });
  }
}
