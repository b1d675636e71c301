package dev.podproof.settings;

/** Where the cluster comes from. */
public sealed interface ClusterChoice {
  /** The K3s image that is used where none is named. */
  String DEFAULT_K3S_IMAGE = "rancher/k3s:v1.37.1-k3s1";

  /** The Kubernetes version of the node image that is used where none is named. */
  String DEFAULT_KUBERNETES = "1.37.2";

  /** The best that this machine offers: K3s where it is or can be pulled, else the node image. */
  record Auto() implements ClusterChoice {}

  /** A fresh K3s of that image. */
  record FreshK3s(String image) implements ClusterChoice {}

  /** A fresh node of upstream Kubernetes, built on this machine. */
  record FreshNode(String kubernetesVersion) implements ClusterChoice {}

  /**
   * A cluster that exists; no container is started.
   *
   * @param kubeconfig path of the file; empty for the usual places
   * @param context name in that file; empty for its current one
   * @param namespace that all scenarios share; empty to create one for each
   * @param rewriteImages whether images in manifests may be changed to what the cluster can have
   */
  record Existing(String kubeconfig, String context, String namespace, boolean rewriteImages)
      implements ClusterChoice {}
}
