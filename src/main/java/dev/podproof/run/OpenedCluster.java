package dev.podproof.run;

import dev.podproof.cluster.ClusterSettings;
import dev.podproof.cluster.Clusters;
import dev.podproof.recorder.ApiWitness;
import dev.podproof.recorder.Recorder.Witnesses;
import dev.podproof.recorder.RuntimeWitness;
import dev.podproof.session.PodSession.ClusterAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cluster of a run, obtained when it is first asked for and released when the run ends, however
 * it ends: a signal releases it as well. Thread-safe.
 */
final class OpenedCluster implements AutoCloseable {
  private final ClusterSettings settings;
  private final Consumer<String> announce;
  private final Thread hook = new Thread(this::release, "cluster-release");
  private @Nullable ClusterAccess access;

  OpenedCluster(ClusterSettings settings, Consumer<String> announce) {
    this.settings = settings;
    this.announce = announce;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  synchronized ClusterAccess get() {
    if (access == null) {
      var cluster = Clusters.obtain(settings, announce);
      // While the witnesses begin to listen, features are read and a namespace is made.
      var witnesses =
          CompletableFuture.supplyAsync(
              () ->
                  new Witnesses(
                      ApiWitness.of(cluster.client(), cluster.sharedNamespace()),
                      cluster
                          .node()
                          .filter(n -> settings.withRuntime())
                          .map(RuntimeWitness::open)));
      access = new ClusterAccess(cluster, witnesses::join);
    }
    return access;
  }

  private synchronized void release() {
    if (access != null) {
      closeWitnesses(access);
      access.cluster().close();
      access = null;
    }
  }

  private static void closeWitnesses(ClusterAccess open) {
    try {
      var witnesses = open.witnesses().get();
      witnesses.runtime().ifPresent(RuntimeWitness::close);
      witnesses.api().close();
    } catch (CompletionException e) {
      // It never listened; the scenario that wanted it has said so.
      return;
    }
  }

  @Override
  public void close() {
    release();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook is running already: the process is ending.
      return;
    }
  }
}
