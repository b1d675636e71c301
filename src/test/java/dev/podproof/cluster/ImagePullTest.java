package dev.podproof.cluster;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.settings.ClusterChoice;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagePullTest {
  @Test
  void the_default_image_is_preferred_to_newer_ones() {
    then(ImagePull.preferred(List.of("rancher/k3s:v1.38.0-k3s1", ClusterChoice.DEFAULT_K3S_IMAGE)))
        .contains(ClusterChoice.DEFAULT_K3S_IMAGE);
  }

  @Test
  void else_the_newest_is_by_number_and_not_by_letter() {
    then(ImagePull.preferred(List.of("rancher/k3s:v1.35.10-k3s1", "rancher/k3s:v1.35.9-k3s2")))
        .contains("rancher/k3s:v1.35.10-k3s1");
    then(ImagePull.preferred(List.of())).isEmpty();
  }

  @Test
  void a_refusal_names_what_is_here() {
    then(ImagePull.refused("a/b:1", "no such host", List.of("rancher/k3s:v1.36.4-k3s1")))
        .hasMessage(
            """
            the K3s image a/b:1 is not on this machine and cannot be pulled: no such host
              use the one that is here: --k3s-image rancher/k3s:v1.36.4-k3s1
              or a node of upstream Kubernetes, built without a registry: --cluster node
              or a cluster that exists: --cluster existing --kubeconfig FILE""");
  }

  @Test
  void a_refusal_names_other_ways_where_nothing_is_here() {
    then(ImagePull.refused("a/b:1", "no such host", List.of()))
        .hasMessage(
            """
            the K3s image a/b:1 is not on this machine and cannot be pulled: no such host
              load it from an archive: docker load -i FILE
              or a node of upstream Kubernetes, built without a registry: --cluster node
              or a cluster that exists: --cluster existing --kubeconfig FILE""");
  }
}
