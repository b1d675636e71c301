package dev.podproof.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a node's container is to be started: a pure function of what was found out before.
 *
 * @param image as Docker names it
 * @param isK3s whether it is a real K3s, or the node image that only behaves like one
 * @param onlyOwnImages whether no registry but ours is to be asked
 */
record ContainerPlan(String image, boolean isK3s, boolean onlyOwnImages) {
  static final String NODE_NAME = "podproof";
  static final String KUBECONFIG = "/etc/rancher/k3s/k3s.yaml";
  static final String REGISTRIES = "/etc/rancher/k3s/registries.yaml";

  /**
   * Where K3s' image, and the node image after it, want volumes (k3s-io/k3s, package/Dockerfile).
   */
  static final List<String> VOLUMES =
      List.of("/var/lib/kubelet", "/var/lib/rancher/k3s", "/var/lib/cni", "/var/log");

  private static final Pattern MINOR = Pattern.compile(":v1\\.(\\d{1,4})\\.");

  /** What K3s packages and no scenario needs; the last one exists since 1.37. */
  private static final String DISABLED =
      "traefik,servicelb,local-storage,metrics-server,gateway-api-crd";

  /**
   * The command line after the entry point. The flags are those of {@code k3s server}
   * (docs.k3s.io/cli/server); the node image takes the same.
   */
  List<String> command(boolean cgroupV1, boolean privileged) {
    var command = new ArrayList<String>();
    command.add("server");
    command.add("--node-name=" + NODE_NAME);
    command.add("--tls-san=127.0.0.1");
    command.add("--disable=" + DISABLED);
    command.add("--disable-helm-controller");
    command.add("--egress-selector-mode=disabled");
    if (onlyOwnImages) {
      command.add("--disable-default-registry-endpoint");
    }
    if (isK3s && cgroupV1 && !isBefore131()) {
      // The kubelet refuses cgroup v1 since 1.35 (kubernetes/kubernetes, KEP-4569); it knows the
      // flag since 1.31.
      command.add("--kubelet-arg=fail-cgroupv1=false");
    }
    if (isK3s && !privileged) {
      command.add("--kubelet-arg=feature-gates=KubeletInUserNamespace=true");
      // kube-proxy ends where it may not write these settings of the kernel.
      command.add("--kube-proxy-arg=conntrack-max-per-core=0");
      command.add("--kube-proxy-arg=conntrack-tcp-timeout-established=0");
      command.add("--kube-proxy-arg=conntrack-tcp-timeout-close-wait=0");
    }
    return List.copyOf(command);
  }

  // A tag that tells no version is taken for a new one.
  private boolean isBefore131() {
    var minor = MINOR.matcher(image);
    return minor.find() && Integer.parseInt(minor.group(1)) < 31;
  }

  /** K3s' registries.yaml: every registry is asked for at ours first, then at these mirrors. */
  static String registriesYaml(String endpoint, List<URI> mirrors) {
    var endpoints =
        Stream.concat(Stream.of(endpoint), mirrors.stream().map(URI::toString))
            .collect(Collectors.joining("\", \"", "[\"", "\"]"));
    return """
        mirrors:
          docker.io:
            endpoint: %s
          "*":
            endpoint: %s
        """
        .formatted(endpoints, endpoints);
  }

  /**
   * Says that oom scores may not be lowered: needs CAP_SYS_RESOURCE, and the kubelet asks for it.
   */
  static String containerdDropIn() {
    return "version = 3\n[plugins.'io.containerd.cri.v1.runtime']\n  restrict_oom_score_adj = true\n";
  }
}
