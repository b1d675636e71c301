package dev.podproof.cluster;

import static org.assertj.core.api.BDDAssertions.then;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerPlanTest {
  @Test
  void a_node_image_needs_no_workarounds() {
    then(new ContainerPlan("podproof/upstream-node:v1.37.2", false, false).command(true, false))
        .containsExactly(
            "server",
            "--node-name=podproof",
            "--tls-san=127.0.0.1",
            "--disable=traefik,servicelb,local-storage,metrics-server,gateway-api-crd",
            "--disable-helm-controller",
            "--egress-selector-mode=disabled");
  }

  @Test
  void k3s_is_told_of_old_cgroups_of_missing_privilege_and_of_missing_registries() {
    then(new ContainerPlan("rancher/k3s:v1.37.1-k3s1", true, true).command(true, false))
        .contains(
            "--disable-default-registry-endpoint",
            "--kubelet-arg=fail-cgroupv1=false",
            "--kubelet-arg=feature-gates=KubeletInUserNamespace=true",
            "--kube-proxy-arg=conntrack-max-per-core=0");
  }

  @Test
  void k3s_with_privilege_on_new_cgroups_needs_nothing_of_that() {
    then(new ContainerPlan("rancher/k3s:v1.37.1-k3s1", true, false).command(false, true))
        .noneMatch(flag -> flag.contains("-arg=") || flag.contains("registry"));
  }

  @Test
  void a_kubelet_that_does_not_know_the_flag_for_old_cgroups_is_not_given_it() {
    then(new ContainerPlan("rancher/k3s:v1.30.9-k3s1", true, false).command(true, true))
        .noneMatch(flag -> flag.contains("cgroupv1"));
  }

  @Test
  void every_registry_is_asked_for_at_ours() {
    then(ContainerPlan.registriesYaml("http://172.17.0.1:5000", List.of()))
        .isEqualTo(
            """
            mirrors:
              docker.io:
                endpoint: ["http://172.17.0.1:5000"]
              "*":
                endpoint: ["http://172.17.0.1:5000"]
            """);
  }

  @Test
  void a_mirror_is_asked_after_ours() {
    then(ContainerPlan.registriesYaml("http://a:1", List.of(URI.create("https://mirror.test"))))
        .isEqualTo(
            """
            mirrors:
              docker.io:
                endpoint: ["http://a:1", "https://mirror.test"]
              "*":
                endpoint: ["http://a:1", "https://mirror.test"]
            """);
  }
}
