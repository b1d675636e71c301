package dev.podproof.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Container;
import dev.podproof.settings.ClusterChoice;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/** Starts real clusters. */
@Timeout(180)
class ClusterIT {
  @Test
  void a_cluster_takes_pods_lets_its_node_be_asked_and_leaves_nothing(@TempDir Path folder)
      throws Exception {
    var announced = new ArrayList<String>();
    try (var cluster =
        Clusters.obtain(TestCluster.settings(new ClusterChoice.Auto()), announced::add)) {
      then(TestCluster.answerOf(cluster, "echo hello")).isEqualTo("hello");
      cluster.client().resource(pod()).create();
      cluster
          .client()
          .pods()
          .inNamespace("default")
          .withName("hello")
          .waitUntilCondition(ClusterIT::hasSucceeded, 60, TimeUnit.SECONDS);
      thenAnExistingClusterCanBeJoined(cluster, folder);
    }

    then(containersOfThisProcess()).isEmpty();
  }

  @Test
  void what_a_dead_run_left_is_removed_and_what_a_living_one_has_is_not() {
    var docker = DockerClientFactory.instance().client();
    var gone = new Owner(Owner.thisProcess().place(), 1L << 40, Instant.EPOCH);
    var leftOver = created(gone);
    var living = created(Owner.thisProcess());
    var volume =
        docker.createVolumeCmd().withLabels(Map.of(Owner.LABEL, gone.label())).exec().getName();
    var announced = new ArrayList<String>();

    Leftovers.sweep(docker, announced::add);

    then(announced)
        .containsExactly(
            "removed what runs left that ended without cleaning up: containers 1, volumes 1");
    then(docker.listVolumesCmd().exec().getVolumes())
        .extracting(InspectVolumeResponse::getName)
        .doesNotContain(volume);
    then(labelled()).contains(living).doesNotContain(leftOver);
    Docker.remove(docker, living);
  }

  @Test
  void an_image_that_no_registry_has_is_refused_at_once() {
    var image = "127.0.0.1:1/rancher/k3s:v1.37.1-k3s1";
    var settings = TestCluster.settings(new ClusterChoice.FreshK3s(image));

    thenThrownBy(() -> Clusters.obtain(settings, line -> {}))
        .isInstanceOf(ClusterProblem.class)
        .hasMessageStartingWith(
            "the K3s image " + image + " is not on this machine and cannot be pulled: ")
        .hasMessageContaining("connection refused")
        .hasMessageEndingWith("--cluster existing --kubeconfig FILE");
  }

  private static void thenAnExistingClusterCanBeJoined(Cluster cluster, Path folder)
      throws Exception {
    var file = folder.resolve("kubeconfig");
    var inside =
        TestCluster.answerOf(
            cluster, "base64 < " + ContainerPlan.KUBECONFIG + " | tr -d '\\n'; echo");
    var text = new String(java.util.Base64.getDecoder().decode(inside), UTF_8);
    var server = cluster.client().getConfiguration().getMasterUrl();
    Files.writeString(file, text.replace("https://127.0.0.1:6443", server));
    var choice = new ClusterChoice.Existing(file.toString(), "default", "", false);

    try (var existing =
        Clusters.obtain(
            new ClusterSettings(choice, Path.of(""), Path.of(""), Map.of()), line -> {})) {
      then(existing.kubernetesVersion()).isEqualTo(cluster.kubernetesVersion());
      then(existing.capabilities()).isEmpty();
      then(existing.node()).isEmpty();
    }
  }

  private static boolean hasSucceeded(Pod pod) {
    return pod != null && pod.getStatus().getPhase().equals("Succeeded");
  }

  private static Pod pod() {
    return new PodBuilder()
        .withNewMetadata()
        .withName("hello")
        .withNamespace("default")
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .addNewContainer()
        .withName("hello")
        .withImage("busybox")
        .withCommand("true")
        .endContainer()
        .endSpec()
        .build();
  }

  /** A container that is never started, from any image that is here. */
  private static String created(Owner owner) {
    var docker = DockerClientFactory.instance().client();
    var image = docker.listImagesCmd().exec().get(0).getId();
    return docker
        .createContainerCmd(image)
        .withCmd("true")
        .withLabels(Map.of(Owner.LABEL, owner.label()))
        .exec()
        .getId();
  }

  private static List<String> labelled() {
    return DockerClientFactory.instance()
        .client()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(Owner.LABEL))
        .exec()
        .stream()
        .map(Container::getId)
        .toList();
  }

  private static List<String> containersOfThisProcess() {
    return DockerClientFactory.instance()
        .client()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(Map.of(Owner.LABEL, Owner.thisProcess().label()))
        .exec()
        .stream()
        .map(Container::getId)
        .toList();
  }
}
