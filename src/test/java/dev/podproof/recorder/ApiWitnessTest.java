package dev.podproof.recorder;

import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Listening;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.namespace.ObjectKind;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One watch of a kind serves every scenario, where the server allows it. */
@EnableKubernetesMockClient(crud = true)
class ApiWitnessTest {
  private static final String FORBIDDEN =
      "{\"kind\":\"Status\",\"code\":403,\"reason\":\"Forbidden\",\"message\":\"no\"}";

  KubernetesMockServer server;
  KubernetesClient client;
  private ApiWitness witness;

  @BeforeEach
  void begin() {
    witness = ApiWitness.of(client, "");
  }

  @AfterEach
  void end() {
    witness.close();
  }

  @Test
  void each_scenario_hears_of_its_own_namespace_through_one_watch() throws Exception {
    var one = attached("one");
    var two = attached("two");

    create("one", "web");
    create("two", "db");
    create("three", "foreign");
    create("one", "job");
    create("two", "cache");

    await().until(() -> pods(one).size() == 2 && pods(two).size() == 2);
    then(pods(one)).containsExactly("web", "job");
    then(pods(two)).containsExactly("db", "cache");
    then(watchesOf("pods")).containsExactly("/api/v1/pods?allowWatchBookmarks=true&watch=true");
  }

  @Test
  void a_scenario_that_has_ended_hears_nothing_more() {
    var one = attached("one");
    var two = attached("two");
    create("one", "web");
    await().until(() -> pods(one).size() == 1);

    witness.detach("one");
    create("one", "late");
    create("two", "db");

    await().until(() -> pods(two).size() == 1);
    then(pods(one)).containsExactly("web");
  }

  @Test
  void what_belongs_to_no_namespace_is_told_to_a_scenario_that_comes_later_as_well() {
    client
        .resource(new NodeBuilder().withNewMetadata().withName("n").endMetadata().build())
        .create();
    var node = new ObjectKind("v1", "Node");
    var one = attached("one");
    witness.watch(node, "one");
    await().until(() -> objects(one).contains("n"));

    var two = attached("two");

    then(objects(two)).containsExactly("n");
  }

  @Test
  void where_all_namespaces_may_not_be_watched_each_scenario_has_its_own_watch() throws Exception {
    server
        .expect()
        .get()
        .withPath("/api/v1/pods?allowWatchBookmarks=true&watch=true")
        .andReturn(403, FORBIDDEN)
        .always();

    var one = attached("one");
    var two = attached("two");
    create("one", "web");
    create("two", "db");

    await().until(() -> pods(one).size() == 1 && pods(two).size() == 1);
    then(watchesOf("pods", "services"))
        .containsExactly(
            "/api/v1/pods?allowWatchBookmarks=true&watch=true",
            "/api/v1/namespaces/one/pods?allowWatchBookmarks=true&watch=true",
            "/api/v1/services?allowWatchBookmarks=true&watch=true",
            "/api/v1/namespaces/two/pods?allowWatchBookmarks=true&watch=true");
  }

  @Test
  void in_a_namespace_that_was_there_before_it_alone_is_watched_and_what_is_there_is_told()
      throws Exception {
    witness.close();
    witness = ApiWitness.of(client, "shared");
    create("shared", "old");

    var one = attached("shared");

    await().until(() -> pods(one).size() == 1);
    then(watchesOf("pods"))
        .containsExactly("/api/v1/namespaces/shared/pods?allowWatchBookmarks=true&watch=true");
  }

  @Test
  void secrets_are_watched_in_the_namespace_of_the_scenario_alone() throws Exception {
    attached("one");

    witness.watch(new ObjectKind("v1", "Secret"), "one");

    then(watchesOf("secrets"))
        .containsExactly("/api/v1/namespaces/one/secrets?allowWatchBookmarks=true&watch=true");
  }

  @Test
  void what_the_watch_has_shown_is_confirmed_only_while_it_has_no_hole() {
    var recording = new Recording(Clock.systemUTC(), Listening.API_ALONE);
    var news = new NamespaceNews("one", recording, pod -> {});

    news.confirm(client, () -> false);
    then(history(recording).observations()).isEmpty();

    news.confirm(client, () -> true);
    then(history(recording).observations()).hasExactlyElementsOfTypes(Observation.HeardUpTo.class);
  }

  private Recording attached(String namespace) {
    var recording = new Recording(Clock.systemUTC(), Listening.API_ALONE);
    witness.attach(new NamespaceNews(namespace, recording, pod -> {}));
    return recording;
  }

  private void create(String namespace, String name) {
    client
        .resource(
            new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build())
        .create();
  }

  private static History history(Recording recording) {
    return recording.look().history();
  }

  private static List<String> pods(Recording recording) {
    return history(recording).pods().stream().map(PodIdentity::name).toList();
  }

  private static List<String> objects(Recording recording) {
    return history(recording)
        .all(Observation.ObjectSeen.class)
        .map(seen -> seen.object().name())
        .toList();
  }

  // Those so far, once for a test.
  private List<String> watchesOf(String... plurals) throws InterruptedException {
    var paths = new ArrayList<String>();
    for (var left = server.getRequestCount(); left > 0; left--) {
      paths.add(server.takeRequest().getPath());
    }
    return paths.stream()
        .filter(path -> path.endsWith("watch=true"))
        .filter(path -> Stream.of(plurals).anyMatch(plural -> path.contains("/" + plural + "?")))
        .toList();
  }
}
