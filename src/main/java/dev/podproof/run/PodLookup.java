package dev.podproof.run;

import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.ClusterProblem;
import dev.podproof.manifest.NearMatches;
import dev.podproof.recorder.PodReading;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;

/** Finds a pod by its name in a cluster that exists; one that is not there is a usage problem. */
final class PodLookup {
  private final KubernetesClient client;
  private final String namespace;

  PodLookup(Cluster cluster) {
    this.client = cluster.client();
    this.namespace = cluster.sharedNamespace();
  }

  /** How a pod is read. */
  @FunctionalInterface
  interface Reader {
    Optional<PodReading> read(KubernetesClient client, String namespace, String name);
  }

  /**
   * What that reader reads of the pod.
   *
   * @throws UsageProblem with names like it if there is no such pod
   * @throws ClusterProblem if it may not be read
   */
  PodReading find(String pod, Reader reader) {
    try {
      return reader.read(client, namespace, pod).orElseThrow(() -> none(pod));
    } catch (KubernetesClientException e) {
      if (e.getCode() == 403) {
        throw new ClusterProblem(
            "pod "
                + pod
                + " of namespace "
                + namespace
                + " may not be read with these credentials (403)"
                + "\n  see kubectl auth can-i get pods --namespace "
                + namespace,
            e);
      }
      throw e;
    }
  }

  private UsageProblem none(String pod) {
    var here = names(client.pods().inNamespace(namespace).list().getItems());
    var near = NearMatches.of(pod, here);
    return new UsageProblem(
        "there is no pod "
            + pod
            + " in namespace "
            + namespace
            + (near.isEmpty() ? "" : "; near it: " + String.join(", ", near))
            + elsewhere(pod)
            + "\n  kubectl get pods --namespace "
            + namespace
            + " lists them; name another namespace with -n");
  }

  private String elsewhere(String pod) {
    try {
      var namespaces =
          client.pods().inAnyNamespace().withField("metadata.name", pod).list().getItems().stream()
              .map(one -> one.getMetadata().getNamespace())
              .toList();
      return namespaces.isEmpty()
          ? ""
          : "\n  there is one in namespace " + String.join(", ", namespaces);
    } catch (KubernetesClientException e) {
      // Who may look into one namespace alone is told of that one.
      return "";
    }
  }

  private static List<String> names(List<Pod> pods) {
    return pods.stream().map(pod -> pod.getMetadata().getName()).toList();
  }
}
