package dev.podproof.recorder;

import dev.podproof.lifecycle.Interval;
import dev.podproof.namespace.ObjectKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher.Action;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The API server as a witness: pods, events, what pods depend on (Services and EndpointSlices), and
 * each other kind once a scenario wants it.
 *
 * <p>One watch of a kind over all namespaces serves every scenario of the run. Where the server
 * refuses that (403), where scenarios share a namespace that was there before, and for Secrets,
 * each scenario has watches of its namespace alone. Thread-safe.
 */
public final class ApiWitness implements AutoCloseable {
  private static final ObjectKind POD = new ObjectKind("v1", "Pod");
  private static final ObjectKind EVENT = new ObjectKind("v1", "Event");
  private static final ObjectKind SERVICE = new ObjectKind("v1", "Service");
  private static final ObjectKind ENDPOINT_SLICE =
      new ObjectKind("discovery.k8s.io/v1", "EndpointSlice");
  private static final List<ObjectKind> ALWAYS = List.of(POD, EVENT, SERVICE, ENDPOINT_SLICE);

  /** Of these nobody is to read more than a scenario's own. */
  static final ObjectKind SECRET = new ObjectKind("v1", "Secret");

  private static final String EVERYWHERE = "";

  /**
   * The API server sends a bookmark every minute (k8s.io/apiserver, pkg/storage/cacher:
   * defaultBookmarkFrequency).
   */
  private static final Duration SILENCE = Duration.ofSeconds(90);

  private final KubernetesClient client;
  private final boolean wideWanted;
  private final Duration silence;
  private final Clock clock;
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(ApiWitness::daemon);
  private final Map<String, NamespaceNews> scenarios = new ConcurrentHashMap<>();
  private final Map<Scope, ResumingWatch<?>> watches = new HashMap<>();
  private final Set<ObjectKind> refused = new HashSet<>();

  /** A kind in a namespace, or in all. */
  private record Scope(ObjectKind kind, String namespace) {}

  ApiWitness(KubernetesClient client, boolean wideWanted, Duration silence, Clock clock) {
    this.client = client;
    this.wideWanted = wideWanted;
    this.silence = silence;
    this.clock = clock;
  }

  /**
   * A witness that asks nothing before the first scenario is attached.
   *
   * @param sharedNamespace the one that scenarios share; empty where each has its own
   */
  public static ApiWitness of(KubernetesClient client, String sharedNamespace) {
    return new ApiWitness(client, sharedNamespace.isEmpty(), SILENCE, Clock.systemUTC());
  }

  /**
   * From now on what is told of that namespace goes to these news; returns when the API server has
   * accepted every watch. A namespace of the scenario's own is attached before it is created: what
   * the watches of all namespaces told of it earlier is not told again.
   */
  synchronized void attach(NamespaceNews news) {
    scenarios.put(news.namespace(), news);
    ALWAYS.forEach(kind -> watch(kind, news.namespace()));
    // What belongs to no namespace may have been told before.
    watches.forEach(
        (scope, watch) -> {
          if (scope.namespace().equals(EVERYWHERE)) {
            watch.retellClusterScoped(object -> news.hear(Action.ADDED, object));
          }
        });
  }

  /** From now on nothing is told of that namespace. */
  void detach(String namespace) {
    List<ResumingWatch<?>> own;
    synchronized (this) {
      scenarios.remove(namespace);
      own =
          watches.entrySet().stream()
              .filter(entry -> entry.getKey().namespace().equals(namespace))
              .<ResumingWatch<?>>map(Map.Entry::getValue)
              .toList();
      watches.keySet().removeIf(scope -> scope.namespace().equals(namespace));
      watches.values().forEach(watch -> watch.forget(namespace));
    }
    own.forEach(ResumingWatch::close);
  }

  /** From now on objects of that kind are watched for that namespace, those in it included. */
  synchronized void watch(ObjectKind kind, String namespace) {
    if (wideWanted && !kind.equals(SECRET) && !refused.contains(kind)) {
      try {
        open(new Scope(kind, EVERYWHERE));
        return;
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
          throw e;
        }
        refused.add(kind);
      }
    }
    open(new Scope(kind, namespace));
  }

  private void open(Scope scope) {
    if (!watches.containsKey(scope)) {
      watches.put(scope, opened(scope));
    }
  }

  private ResumingWatch<?> opened(Scope scope) {
    var kind = scope.kind();
    if (kind.equals(POD)) {
      return opened(scope, client.pods());
    } else if (kind.equals(EVENT)) {
      return opened(scope, client.v1().events());
    } else if (kind.equals(SERVICE)) {
      return opened(scope, client.services());
    } else if (kind.equals(ENDPOINT_SLICE)) {
      return opened(scope, client.discovery().v1().endpointSlices());
    }
    return opened(scope, client.genericKubernetesResources(kind.apiVersion(), kind.kind()));
  }

  private <T extends HasMetadata, L extends KubernetesResourceList<T>> ResumingWatch<T> opened(
      Scope scope, MixedOperation<T, L, ?> all) {
    var objects =
        scope.namespace().equals(EVERYWHERE) || !scope.kind().isNamespaced()
            ? all.inAnyNamespace()
            : all.inNamespace(scope.namespace());
    var watch =
        new ResumingWatch<T>(scope.kind().kind(), objects, new Audience(scope), clock, heartbeat);
    watch.open(silence);
    return watch;
  }

  /** Whether objects of that kind are watched for that namespace. */
  synchronized boolean isWatched(ObjectKind kind, String namespace) {
    return Stream.of(EVERYWHERE, namespace)
        .anyMatch(where -> watches.containsKey(new Scope(kind, where)));
  }

  /**
   * Asks the API server whether the watch has shown all that it knows of that namespace's pods.
   *
   * @throws KubernetesClientException if it has not answered for a while
   */
  void confirm(NamespaceNews news) {
    news.confirm(client, () -> watchesPods(news.namespace()));
  }

  private synchronized boolean watchesPods(String namespace) {
    return Stream.of(EVERYWHERE, namespace)
        .map(where -> watches.get(new Scope(POD, where)))
        .anyMatch(watch -> watch != null && watch.isWhole());
  }

  @Override
  public void close() {
    heartbeat.shutdownNow();
    List<ResumingWatch<?>> open;
    synchronized (this) {
      open = List.copyOf(watches.values());
      watches.clear();
    }
    open.forEach(ResumingWatch::close);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "api-heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  /** The scenarios that one watch serves. */
  private final class Audience implements ResumingWatch.Audience {
    private final Scope scope;

    Audience(Scope scope) {
      this.scope = scope;
    }

    @Override
    public boolean wants(HasMetadata object) {
      var namespace = object.getMetadata().getNamespace();
      return namespace == null || scenarios.containsKey(namespace);
    }

    @Override
    public void hear(Action action, HasMetadata object) {
      concerned(object.getMetadata().getNamespace()).forEach(news -> news.hear(action, object));
    }

    @Override
    public void miss(Interval hole, String why) {
      concerned(null).forEach(news -> news.miss(hole, why));
    }

    // Of a namespace those that are there; of none, all that this watch serves.
    private Collection<NamespaceNews> concerned(@Nullable String namespace) {
      var one = namespace == null ? scope.namespace() : namespace;
      return one.equals(EVERYWHERE)
          ? scenarios.values()
          : Stream.ofNullable(scenarios.get(one)).toList();
    }
  }
}
