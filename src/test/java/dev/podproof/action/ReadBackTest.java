package dev.podproof.action;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.cluster.MockedCluster;
import dev.podproof.manifest.Manifest;
import dev.podproof.manifest.Reach;
import dev.podproof.namespace.ScenarioNamespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the API server would store, without what differs from one request to the next. */
@EnableKubernetesMockClient
class ReadBackTest {
  private static final String PATH =
      "/api/v1/namespaces/test/pods?fieldValidation=Strict&dryRun=All";
  private static final Manifest POD =
      Manifest.parse(
          "pod.yaml",
          "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: app, image: busybox}]}\n",
          Reach.OWN);

  KubernetesMockServer server;
  KubernetesClient client;

  @Test
  void what_the_server_makes_up_is_left_out() {
    answers(201, stored("1", "abcde"));
    var first = readBack();
    answers(201, stored("2", "vwxyz"));

    then(readBack()).isEqualTo(first);
    then(first)
        .containsExactly(
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\"},"
                + "\"spec\":{\"volumes\":[{\"name\":\"kube-api-access\"}]}}");
  }

  @Test
  void another_default_is_another_object() {
    answers(201, stored("1", "abcde"));
    var first = readBack();
    answers(201, stored("1", "abcde").replace("\"volumes\"", "\"a\":1,\"volumes\""));

    then(readBack()).isNotEqualTo(first);
  }

  @Test
  void what_the_server_refuses_is_a_problem_and_no_object() {
    answers(
        422,
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"code\":422,\"reason\":\"Invalid\",\"message\":\"Pod \\\"web\\\" is invalid\"}");

    assertThatThrownBy(this::readBack)
        .isInstanceOf(ActionProblem.class)
        .hasMessage("the API server refuses Pod");
  }

  private List<String> readBack() {
    return new ReadBack(POD)
        .perform(ScenarioNamespace.of(MockedCluster.of(client, "", Set.of()), "test"));
  }

  private void answers(int code, String body) {
    server.expect().post().withPath(PATH).andReturn(code, body).once();
  }

  private static String stored(String number, String suffix) {
    return """
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","uid":"%s","resourceVersion":"%s",
        "creationTimestamp":"2026-01-01T00:00:0%sZ","managedFields":[{"manager":"%s"}]},
        "spec":{"volumes":[{"name":"kube-api-access-%s"}]}}
        """
        .formatted(number, number, number, number, suffix);
  }
}
