package dev.podproof.derivation;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lint.YamlObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is found in the manifests of others: charts, arguments without a command, slips of the pen.
 */
class UsualManifestsTest {
  @TempDir Path folder;

  private static String pod(String name, String spec) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name + "}\nspec: {" + spec + "}\n---\n";
  }

  private static String service(String name) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: " + name + "}\nspec: {}\n---\n";
  }

  private static String waiting(String script) {
    return "initContainers: [{name: init, image: busybox, command: [sh, -c, '"
        + script
        + "']}], containers: [{name: container, image: nginx}]";
  }

  @Test
  void a_container_may_be_called_what_it_is() throws IOException {
    then(derived(pod("web", waiting("true"))).features().get(0).text())
        .contains(
            "| init container \"init\" of pod \"web\" completes |",
            "| container \"container\" of pod \"web\" starts |");
  }

  @Test
  void a_client_without_a_port_means_the_usual_one() throws IOException {
    then(derived(pod("web", waiting("psql -h ledger -c x"))).problems())
        .containsExactly(
            "FILE:4:25: init container init of Pod web needs ledger:5432, which no manifest offers, and speaks more than a stand-in understands\n"
                + "  name the manifest of the real one as well");
    then(derived(pod("web", waiting("redis-cli -h cache ping"))).problems().get(0))
        .contains("needs cache:6379,");
    then(derived(pod("web", waiting("wget -q https://shop/"))).features().get(0).text())
        .contains("web waits for shop:443 and");
  }

  @Test
  void a_name_and_a_port_of_it_are_one_dependency() throws IOException {
    then(derived(pod("web", waiting("until nslookup shop && nc -z shop 80; do sleep 1; done")))
            .features()
            .get(0)
            .scenarios())
        .extracting(DerivedScenario::name)
        .filteredOn(name -> name.contains("waits"))
        .containsExactly("web waits for shop:80 and goes on when it is there");
  }

  @Test
  void an_address_may_stand_in_variables_and_in_a_configmap() throws IOException {
    var settings =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {QUEUE: mq}\n---\n";
    var waits =
        waiting(
                "until nc -z \"$DB_HOST\" ${DB_PORT:-5432} && nc -z $(QUEUE) 5672; do sleep 1; done")
            .replace(
                "image: busybox,",
                "image: busybox, envFrom: [{configMapRef: {name: settings}}], env: [{name: ENV, value: prod}, {name: DB_HOST, value: db-$(ENV)}],");

    then(derived(settings + pod("web", waits)).features().get(0).scenarios())
        .extracting(DerivedScenario::name)
        .filteredOn(name -> name.contains("waits"))
        .containsExactly(
            "web waits for db-prod:5432 and goes on when it is there",
            "web waits for mq:5672 and goes on when it is there");
  }

  @Test
  void who_asks_whether_postgres_is_ready_gets_a_real_one() throws IOException {
    var feature =
        derived(pod("web", waiting("until pg_isready -h db -p 6543; do sleep 1; done")))
            .features()
            .get(0);

    then(feature.assumed())
        .contains(
            "PostgreSQL db:6543 is made up, as no manifest offers it: a real one without a password, which is not there where the pod has to wait.");
    then(feature.scenarios().get(0).steps())
        .startsWith(
            "Given I apply:",
            "  \"\"\"",
            "  apiVersion: v1",
            "  kind: Service",
            "  metadata: {name: \"db\"}",
            "  spec: {selector: {podproof.dev/postgres: \"db\"}, ports: [{port: 6543, targetPort: 5432}]}");
    then(feature.scenarios().get(1).steps())
        .first()
        .asString()
        .startsWith("When I apply \"/from/the/root");
    then(feature.scenarios().get(1).steps())
        .contains(
            "And container \"container\" of pod \"web\" never starts for 5s", "When I apply:");
  }

  @Test
  void a_service_of_another_namespace_is_told_but_for_those_that_every_cluster_has()
      throws IOException {
    then(derived(pod("web", waiting("wget http://api.prod.svc:8080/"))).problems())
        .containsExactly(
            "FILE:4:25: init container init of Pod web needs api of namespace prod, and each scenario runs in a namespace of its own\n"
                + "  name the Service alone, api, which is looked for in the namespace of the pod");
    then(derived(pod("web", waiting("wget https://kubernetes.default.svc/healthz")))
            .features()
            .get(0)
            .scenarios())
        .hasSize(2);
  }

  @Test
  void a_service_that_is_made_up_is_told_and_a_slip_of_the_pen_is_not_made_up() throws IOException {
    var text = pod("web", waiting("until nc -z my-databse 5432; do sleep 1; done"));

    then(derived(text).features().get(0).assumed())
        .contains(
            "Service my-databse:5432 is made up, as no manifest offers it: it accepts connections, and is closed where the pod has to wait.");
    then(derived(service("my-database") + text).problems())
        .containsExactly(
            "FILE:9:25: init container init of Pod web needs my-databse:5432, which no manifest offers, and there is a Service my-database\n"
                + "  correct the name; or declare it, where both are meant: --dependency my-databse:5432");
    then(derived(service("my-database2") + text.replace("my-databse", "my-database1")).problems())
        .isEmpty();
  }

  @Test
  void configuration_with_a_slip_of_the_pen_is_not_made_up() throws IOException {
    var config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web-settings}\n---\n";

    then(derived(
                config
                    + pod(
                        "web",
                        "containers: [{name: a, image: nginx, envFrom: [{configMapRef: {name: web-setings}}]}]"))
            .problems())
        .containsExactly(
            "FILE:8:71: Pod web needs ConfigMap web-setings, which no manifest offers, and there is a ConfigMap web-settings\n"
                + "  correct the name; or name its manifest as well, where both are meant");
  }

  @Test
  void arguments_alone_are_for_the_images_own_program_which_a_stand_in_is() throws IOException {
    then(derived(pod("web", "containers: [{name: a, image: acme/web, args: [--all]}]"))
            .features()
            .get(0)
            .background())
        .contains("Given image \"acme/web\" serves HTTP on port 8080");
    then(derived(pod("web", "containers: [{name: a, image: acme/web, command: [/serve]}]"))
            .problems())
        .containsExactly(
            "FILE:4:21: container a of Pod web runs /serve of image acme/web, which is not at hand and has no stand-in, since a stand-in has the programs of BusyBox alone\n"
                + "  bring the image: --image-archive FILE, or run where a registry has it");
  }

  @Test
  void a_stand_in_answers_at_each_port_that_is_declared_and_asked() throws IOException {
    var both =
        "containers: [{name: a, image: acme/web, ports: [{containerPort: 8080}, {containerPort: 9000}],"
            + " readinessProbe: {httpGet: {path: /ok, port: 8080}}, livenessProbe: {tcpSocket: {port: 9000}}}]";

    then(derived(pod("web", both)).features().get(0).background())
        .contains("Given image \"acme/web\" serves HTTP on port 8080 and 9000 at \"/ok\"");
    var wrong = derived(pod("web", both.replace(", {containerPort: 9000}", ""))).features().get(0);
    then(wrong.background())
        .contains("Given image \"acme/web\" serves HTTP on port 8080 at \"/ok\"");
    then(wrong.assumed())
        .contains(
            "A probe of container a asks port 9000, which the container does not declare, so its stand-in does not serve it.");
  }

  @Test
  void probes_that_a_stand_in_cannot_answer_are_told() throws IOException {
    then(derived(
                pod(
                    "web",
                    "containers: [{name: a, image: acme/web, readinessProbe: {grpc: {port: 1}}}]"))
            .problems())
        .containsExactly(
            "FILE:4:21: container a of Pod web has a readinessProbe that asks the gRPC service of image acme/web, which is not at hand, and a stand-in has not\n"
                + "  bring the image: --image-archive FILE, or run where a registry has it");
  }

  @Test
  void nothing_is_demanded_of_a_test_of_a_chart() throws IOException {
    var test =
        pod("check", "containers: [{name: wget, image: busybox, command: [wget]}]")
            .replace(
                "{name: check}",
                "{name: check, annotations: {\"helm.sh/hook\": \"test,post-install\"}}");
    var features = derived(test + pod("web", "containers: [{name: a, image: nginx}]")).features();

    then(features).extracting(DerivedFeature::workload).containsExactly("Pod web");
    then(features.get(0).assumed())
        .contains(
            "Nothing is demanded of Pod check, which is a test of its chart (helm.sh/hook) and runs when it is asked for.");
  }

  @Test
  void what_cannot_be_asked_for_by_name_is_refused() throws IOException {
    then(derived(
                pod("web", "containers: [{name: a, image: nginx}]")
                    .replace("name: web", "generateName: web-"))
            .problems())
        .containsExactly(
            "FILE:3:1: Pod web- has generateName alone, so nothing can be asked of it by name\n  give it metadata.name");
    then(derived(pod("\"we'b\"", "containers: [{image: nginx}]")).problems())
        .containsExactly(
            "FILE:3:12: Pod has the name we'b, which Kubernetes takes for none\n  give it one of lower-case letters, digits and -",
            "FILE:4:21: a container of Pod we'b has no name\n  give it one of lower-case letters, digits and -");
  }

  @Test
  void a_set_that_defines_a_kind_is_tried_and_its_scenarios_run_alone() throws IOException {
    var kind =
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: backups.acme.io}\nspec: {names: {kind: Backup}}\n---\n";

    then(derived(
                kind
                    + "apiVersion: acme.io/v1\nkind: Backup\nmetadata: {name: a}\n---\n"
                    + pod("web", "containers: [{name: a, image: nginx}]"))
            .features()
            .get(0)
            .background())
        .contains("Then it is accepted");
  }

  @Test
  void a_pod_without_a_container_is_refused() throws IOException {
    then(derived(pod("web", "containers: []")).problems())
        .containsExactly(
            "FILE:4:8: Pod web has no container, so there is nothing to prove\n"
                + "  give it one below spec.containers of its pod");
  }

  @Test
  void each_of_several_with_one_name_has_a_feature() throws IOException {
    var one = pod("web", "containers: [{name: a, image: nginx}]");

    then(derived(one + one + one).features())
        .extracting(DerivedFeature::fileName)
        .containsExactly("web.feature", "pod-web.feature", "pod-web-2.feature");
  }

  private record Found(List<DerivedFeature> features, List<String> problems) {}

  private Found derived(String text) throws IOException {
    var file = Files.writeString(folder.resolve("a.yaml"), text).toString();
    var read = YamlObjects.read(List.of(file), InputStream.nullInputStream());
    then(read.faults()).isEmpty();
    var supplies =
        new Supplies(
            image -> !image.contains("acme"),
            image -> false,
            image -> Optional.empty(),
            Set.of(),
            true);
    var derivation = Derivation.of(read.objects(), supplies, path -> "/from/the/root" + path);
    return new Found(
        derivation.features(),
        derivation.problems().stream().map(problem -> problem.replace(file, "FILE")).toList());
  }
}
