package dev.podproof.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.awaitility.Awaitility.await;

import dev.podproof.settings.ClusterChoice;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/** Starts real clusters. */
@Timeout(180)
class ClusterIT {
  @Test
  void a_cluster_takes_pods_lets_its_node_be_asked_and_leaves_nothing(@TempDir Path folder)
      throws Exception {
    var announced = new ArrayList<String>();
    Traces traces;
    try (var cluster = Clusters.obtain(ClusterHolder.settings(), announced::add)) {
      traces = Traces.of(ProcessHandle.current().pid());
      then(answerOf(cluster, "echo hello")).isEqualTo("hello");
      cluster.client().resource(pod()).create();
      cluster
          .client()
          .pods()
          .inNamespace("default")
          .withName("hello")
          .waitUntilCondition(ClusterIT::hasSucceeded, 60, TimeUnit.SECONDS);
      thenAnExistingClusterCanBeJoined(cluster, folder);
    }

    then(traces.left()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "INT"})
  void the_end_of_the_process_is_the_end_of_its_cluster(String signal) throws Exception {
    var holder = holder();
    var traces = Traces.of(holder.pid());

    new ProcessBuilder("kill", "-" + signal, String.valueOf(holder.pid())).start().waitFor();

    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> then(traces.left()).isEmpty());
    then(holder.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void two_runs_at_a_time_keep_apart() throws Exception {
    var first = holder();
    var second = holder();
    var traces = Traces.of(second.pid());

    first.destroyForcibly().waitFor();

    then(traces.left()).isNotEmpty();
    then(second.isAlive()).isTrue();
    second.destroyForcibly().waitFor();
    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> then(traces.left()).isEmpty());
  }

  @Test
  void what_a_dead_run_left_is_removed_and_what_a_living_one_has_is_not() {
    var docker = DockerClientFactory.instance().client();
    var gone = new Owner(Owner.thisProcess().place(), 1L << 40, Instant.EPOCH);
    var leftOver = created(gone);
    var living = created(Owner.thisProcess());
    var announced = new ArrayList<String>();

    Leftovers.sweep(docker, announced::add);

    then(announced).containsExactly("removed 1 container of runs that ended without cleaning up");
    then(new Traces(leftOver, List.of()).left()).isEmpty();
    then(new Traces(living, List.of()).left()).isNotEmpty();
    Docker.remove(docker, living);
  }

  @Test
  void an_image_that_no_registry_has_is_refused_at_once() {
    var image = "127.0.0.1:1/rancher/k3s:v1.37.1-k3s1";
    var settings =
        new ClusterSettings(
            new ClusterChoice.FreshK3s(image), Path.of(""), Path.of(""), System.getenv());

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
    var inside = answerOf(cluster, "base64 < " + ContainerPlan.KUBECONFIG + " | tr -d '\\n'; echo");
    var text = new String(java.util.Base64.getDecoder().decode(inside), UTF_8);
    var server = cluster.client().getConfiguration().getMasterUrl();
    Files.writeString(file, text.replace("https://127.0.0.1:6443", server));
    var choice = new ClusterChoice.Existing(file.toString(), "default", "");

    try (var existing =
        Clusters.obtain(
            new ClusterSettings(choice, Path.of(""), Path.of(""), Map.of()), line -> {})) {
      then(existing.kubernetesVersion()).isEqualTo(cluster.kubernetesVersion());
      then(existing.capabilities()).isEmpty();
      then(existing.node()).isEmpty();
    }
  }

  private static String answerOf(Cluster cluster, String command) throws Exception {
    var lines = new LinkedBlockingQueue<String>();
    var node = cluster.node().orElseThrow();
    try (var shell = node.converse(List.of("sh"), lines::add, () -> {})) {
      shell.say(command);
      return String.valueOf(lines.poll(10, TimeUnit.SECONDS));
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

  private static Process holder() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterHolder.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var lines = process.inputReader(UTF_8);
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("holds ")) {
        return process;
      }
    }
    throw new IllegalStateException("no cluster was obtained");
  }
}
