package dev.podproof.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what one client asks of the API server, watches and retries included. Thread-safe. */
final class CountedRequests implements Interceptor {
  private final AtomicInteger api = new AtomicInteger();
  private final AtomicInteger logs = new AtomicInteger();

  /** A client whose requests are counted here. */
  KubernetesClient client(Config config) {
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("podproof", this))
        .build();
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    (request.uri().getPath().endsWith("/log") ? logs : api).incrementAndGet();
  }

  /** What was asked so far. */
  RequestCount soFar() {
    return new RequestCount(api.get(), logs.get());
  }
}
