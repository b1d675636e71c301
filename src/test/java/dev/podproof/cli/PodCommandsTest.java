package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** explain and watch, on an API server that notes what it is asked. */
@Timeout(60)
@EnableKubernetesMockClient(crud = true, https = false)
class PodCommandsTest {
  KubernetesMockServer server;
  KubernetesClient client;
  @TempDir Path folder;
  private Path kubeconfig;

  private record Said(int exitCode, String out, String error) {}

  private Said podproof(String... arguments) {
    var out = new StringWriter();
    var error = new StringWriter();
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--kubeconfig", kubeconfig.toString()));
    var code =
        Podproof.run(
            all.toArray(String[]::new),
            new PrintWriter(out, true),
            new PrintWriter(error, true),
            Map.of());
    return new Said(code, out.toString(), error.toString());
  }

  @BeforeEach
  void serve() throws IOException {
    kubeconfig =
        Files.writeString(
            folder.resolve("config"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "%s"}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: shop, context: {cluster: c, user: u, namespace: shop}}]
            current-context: shop
            """
                .formatted(server.url("/")));
    server
        .expect()
        .get()
        .withPath("/version")
        .andReturn(200, Map.of("gitVersion", "v1.37.2", "major", "1", "minor", "37"))
        .always();
  }

  private static PodBuilder pod(String name, String phase) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("shop")
        .withUid("uid-" + name)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("app")
        .withImage("shop/app:1")
        .endContainer()
        .endSpec()
        .withNewStatus()
        .withPhase(phase)
        .endStatus();
  }

  private static Pod withoutNode(String name) {
    return pod(name, "Pending")
        .editStatus()
        .addNewCondition()
        .withType("PodScheduled")
        .withStatus("False")
        .withReason("Unschedulable")
        .withMessage("0/1 nodes are available: 1 Insufficient cpu.")
        .endCondition()
        .endStatus()
        .build();
  }

  private void there(Pod pod) {
    client.resource(pod).create();
    client.resource(pod).updateStatus();
  }

  private List<String> asked() throws InterruptedException {
    var asked = new ArrayList<String>();
    for (var request = server.takeRequest(1, TimeUnit.SECONDS);
        request != null;
        request = server.takeRequest(100, TimeUnit.MILLISECONDS)) {
      asked.add(request.getMethod() + " " + request.getPath());
    }
    return asked;
  }

  @Test
  void a_pod_that_is_stuck_is_explained_and_nothing_but_reading_is_done()
      throws InterruptedException {
    there(withoutNode("web"));
    var ours = asked().size();

    var said = podproof("explain", "pod/web");

    then(said.exitCode()).isZero();
    then(said.out().replaceAll("[0-9TZ:-]{20}", "then").replaceAll("\\+[0-9.]+s", "+1s"))
        .isEqualTo(
            """
            pod web of namespace shop, made then; times count from there
            expected  pod web is ready
            but       it is not; it is Pending
            blocked   pod web  has no node: 0/1 nodes are available: 1 Insufficient cpu.
                      cpu  the pod requests 0
            timeline  +1s judged
            next      lower resources.requests.cpu, or free or add a node
            """);
    then(ours).isPositive();
    then(asked())
        .isNotEmpty()
        .allMatch(request -> request.startsWith("GET "))
        .noneMatch(request -> request.contains("watch=true"));
  }

  @Test
  void a_pod_that_is_well_and_one_of_which_no_cause_is_known() {
    there(
        pod("fine", "Running")
            .editStatus()
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .endCondition()
            .endStatus()
            .build());
    there(pod("odd", "Running").build());

    then(podproof("explain", "fine"))
        .isEqualTo(new Said(0, "pod fine is well; nothing holds it up\n", ""));
    then(podproof("explain", "odd"))
        .extracting(Said::exitCode, said -> said.out().lines().skip(3).findFirst().orElseThrow())
        .containsExactly(3, "blocked   no known cause; pod odd is Running: app not reported yet");
  }

  @Test
  void a_pod_that_there_is_not_and_names_like_it() {
    there(withoutNode("webapp"));

    then(podproof("explain", "weabpp"))
        .isEqualTo(
            new Said(
                2,
                "",
                """
                podproof: there is no pod weabpp in namespace shop; near it: webapp
                  kubectl get pods --namespace shop lists them; name another namespace with -n
                """));
    then(podproof("watch", "webapp", "-n", "other"))
        .isEqualTo(
            new Said(
                2,
                "",
                """
                podproof: there is no pod webapp in namespace other
                  there is one in namespace shop
                  kubectl get pods --namespace other lists them; name another namespace with -n
                """));
  }

  @Test
  void something_that_is_no_pod() {
    then(podproof("explain", "deployment/web"))
        .isEqualTo(
            new Said(
                2,
                "",
                """
                podproof: deployment/web is no pod
                  name one: podproof explain NAME, or pod/NAME
                """));
  }

  @Test
  void the_value_of_a_Secret_that_a_status_tells_is_hidden() {
    secret("hunter2hunter2");
    there(
        pod("odd", "Running")
            .editStatus()
            .addNewCondition()
            .withType("Ready")
            .withStatus("False")
            .withMessage("hunter2hunter2")
            .endCondition()
            .endStatus()
            .build());

    then(podproof("explain", "odd").out())
        .doesNotContain("hunter2")
        .contains("its condition says  [hidden: value of a Secret]");
  }

  @Test
  void a_pod_is_watched_until_it_ends_and_its_failure_is_explained() {
    there(pod("once", "Failed").build());
    client
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withName("e")
                .withNamespace("shop")
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName("once")
                .withUid("uid-once")
                .endInvolvedObject()
                .withReason("Odd")
                .withMessage("\u001b[31mred")
                .build())
        .create();

    var said = podproof("watch", "once");

    then(said.exitCode()).isEqualTo(1);
    then(said.out().replaceAll("\\+[0-9.]+s", "+1s"))
        .contains("by +1s  pod  Failed\n")
        .doesNotContain("\u001b")
        .contains("\nexpected  pod once is ready\nbut       it is not; it is Failed\n");
  }

  @Test
  void
      the_value_of_a_Secret_is_told_neither_by_explain_nor_by_watch_wherever_the_cluster_tells_it() {
    secret("hunter2hunter2");
    there(telling("stuck", "Pending", "hunter2hunter2"));
    there(telling("ended", "Failed", "hunter2hunter2"));
    event("stuck", "hunter2hunter2");
    event("ended", "hunter2hunter2");
    logs("ended", "password hunter2hunter2");

    var explained = podproof("explain", "stuck");
    var ended = podproof("explain", "ended");
    var watched = podproof("watch", "ended");

    then(explained.out()).contains("[hidden: value of a Secret]");
    then(ended.out()).contains("[hidden: value of a Secret]");
    then(watched.out()).contains("[hidden: value of a Secret]");
    then(explained.out() + explained.error() + ended.out() + ended.error())
        .doesNotContain("hunter2")
        .doesNotContain("aHVudGVyMmh1bnRlcjI");
    then(watched.out() + watched.error())
        .doesNotContain("hunter2")
        .doesNotContain("aHVudGVyMmh1bnRlcjI");
  }

  private void secret(String value) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("s")
                .withNamespace("shop")
                .endMetadata()
                .addToData(
                    "p", Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)))
                .build())
        .create();
  }

  /** A pod that says a text wherever a pod can. */
  private static Pod telling(String name, String phase, String text) {
    return pod(name, phase)
        .editMetadata()
        .addToAnnotations("copy", text)
        .endMetadata()
        .editSpec()
        .editFirstContainer()
        .withCommand("serve", text)
        .withArgs(text)
        .addNewEnv()
        .withName("COPY")
        .withValue(text)
        .endEnv()
        .endContainer()
        .endSpec()
        .editStatus()
        .withReason("Odd")
        .withMessage("failed with " + text)
        .addNewCondition()
        .withType("PodScheduled")
        .withStatus(phase.equals("Pending") ? "False" : "True")
        .withMessage("no node for " + text)
        .endCondition()
        .addNewContainerStatus()
        .withName("app")
        .withContainerID("containerd://app-" + name)
        .withNewState()
        .withNewTerminated()
        .withExitCode(1)
        .withReason("Error")
        .withMessage("ended with " + text)
        .withContainerID("containerd://app-" + name)
        .withStartedAt("2026-01-01T00:00:01Z")
        .withFinishedAt("2026-01-01T00:00:02Z")
        .endTerminated()
        .endState()
        .endContainerStatus()
        .endStatus()
        .build();
  }

  private void event(String pod, String text) {
    client
        .resource(
            new EventBuilder()
                .withNewMetadata()
                .withName("says-" + pod)
                .withNamespace("shop")
                .endMetadata()
                .withNewInvolvedObject()
                .withKind("Pod")
                .withName(pod)
                .withUid("uid-" + pod)
                .endInvolvedObject()
                .withReason("Odd")
                .withMessage("event of " + text)
                .build())
        .create();
  }

  private void logs(String pod, String line) {
    server
        .expect()
        .get()
        .withPath(
            "/api/v1/namespaces/shop/pods/"
                + pod
                + "/log?pretty=false&container=app&tailLines=200&timestamps=true")
        .andReturn(200, "2026-01-01T00:00:02.000000000Z " + line + "\n")
        .always();
  }
}
