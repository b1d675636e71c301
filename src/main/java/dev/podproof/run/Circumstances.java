package dev.podproof.run;

import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.ClusterSettings;
import dev.podproof.project.Surroundings;
import dev.podproof.settings.RunSettings;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What decides what becomes of a mutant, beside features and manifests.
 *
 * @param podproof which build of it judges
 * @param cluster what kind of cluster it is, of which version, and what it can do
 * @param images what is behind the names that the cluster is served
 * @param settings what else is set: waits, witnesses, registries, what the project declares
 */
record Circumstances(String podproof, String cluster, Map<String, String> images, String settings) {
  Circumstances {
    images = Map.copyOf(images);
  }

  /** Those of a run on a cluster. */
  static Circumstances of(
      Cluster cluster,
      ClusterSettings clusterSettings,
      RunSettings settings,
      MutationSettings mutation,
      Surroundings surroundings) {
    return new Circumstances(
        Build.digest(),
        cluster.name() + cluster.kubernetesVersion() + new TreeSet<>(cluster.capabilities()),
        clusterSettings.images().contents(),
        ""
            + clusterSettings.withRuntime()
            + clusterSettings.mirrors()
            + settings.waits()
            + settings.leave().clusterScoped()
            + new TreeSet<>(settings.leave().namespaces())
            + mutation.patient()
            + surroundings);
  }

  /** The same words for the same circumstances. */
  String inWords() {
    return String.join("\0", podproof, cluster, new TreeMap<>(images).toString(), settings);
  }
}
