package dev.podproof.cluster;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.podproof.settings.ClusterChoice.Existing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ExistingClusterTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = write("config", "https://127.0.0.1:1");
  }

  private Path write(String name, String server) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "%s"}}]
        users: [{name: u, user: {token: t}}]
        contexts:
        - {name: staging, context: {cluster: c, user: u}}
        - {name: development, context: {cluster: c, user: u}}
        - {name: torn, context: {cluster: gone, user: u}}
        current-context: staging
        """
            .formatted(server));
  }

  @Test
  void a_refused_connection() {
    refusal(file.toString(), "")
        .hasMessage(
            "the API server https://127.0.0.1:1/ does not answer as it should: the connection is refused\n"
                + "  it is named by "
                + file
                + ", context staging\n"
                + "  see whether it runs: kubectl --kubeconfig FILE version; or let Podproof start one: --cluster auto");
  }

  @Test
  void a_host_that_does_not_exist() throws IOException {
    refusal(write("unknown", "https://no-such-host.invalid:6443").toString(), "")
        .hasMessageContaining("does not answer as it should: its host name cannot be resolved\n");
  }

  @Test
  void a_server_that_accepts_and_says_nothing() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      refusal(write("silent", "https://127.0.0.1:" + silent.getLocalPort()).toString(), "")
          .hasMessageContaining("does not answer as it should: no answer within 4 s\n");
    }
  }

  @Test
  void a_context_that_is_not_in_the_file_and_the_nearest_one_that_is() {
    refusal(file.toString(), "developement")
        .hasMessage(
            "the kubeconfig "
                + file
                + " has no context developement\n"
                + "  it has development, torn, staging; name one of them with --context");
  }

  @Test
  void a_context_that_is_not_in_the_usual_file_is_not_replaced_by_the_current_one() {
    refusal("", "stagin", Map.of("KUBECONFIG", file.toString()))
        .hasMessageContaining("has no context stagin\n");
  }

  @Test
  void a_context_whose_cluster_is_not_in_the_file() {
    refusal(file.toString(), "torn")
        .hasMessage(
            "the kubeconfig "
                + file
                + " names cluster gone in context torn, but has no such cluster\n"
                + "  name another context with --context");
  }

  @Test
  void no_file_at_the_usual_place() {
    refusal("", "", Map.of("HOME", folder.toString()))
        .hasMessage(
            "there is no kubeconfig "
                + folder.resolve(".kube/config")
                + " that can be read\n  name one with --kubeconfig FILE");
  }

  @Test
  void a_file_that_is_no_kubeconfig() throws IOException {
    var other = Files.writeString(folder.resolve("other"), "hello\n");

    refusal(other.toString(), "")
        .hasMessage(
            "the kubeconfig "
                + other
                + " cannot be understood: it is YAML, but no kubeconfig\n"
                + "  expected a file of kind Config, as kubectl config view --raw prints it");
  }

  @Test
  void the_variable_names_several_files_as_for_kubectl() {
    var choice = new Existing("", "", "", false);

    then(Kubeconfig.named(choice, Map.of("KUBECONFIG", "/a:/b", "HOME", "/home/me")))
        .containsExactly(Path.of("/a"), Path.of("/b"));
    then(Kubeconfig.named(choice, Map.of("HOME", "/home/me")))
        .containsExactly(Path.of("/home/me/.kube/config"));
  }

  private static AbstractThrowableAssert<?, ?> refusal(String kubeconfig, String context) {
    return refusal(kubeconfig, context, Map.of());
  }

  private static AbstractThrowableAssert<?, ?> refusal(
      String kubeconfig, String context, Map<String, String> environment) {
    var choice = new Existing(kubeconfig, context, "", false);
    return thenThrownBy(() -> ExistingCluster.connect(choice, environment, line -> {}).close())
        .isInstanceOf(ClusterProblem.class);
  }
}
