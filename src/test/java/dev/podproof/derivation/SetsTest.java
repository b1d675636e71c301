package dev.podproof.derivation;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lint.YamlObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workloads of one set that need each other, in one file or in several. */
class SetsTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: db}
      spec: {selector: {app: db}, ports: [{port: 5432}]}
      ---
      """;
  private static final String DATABASE =
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec:
        serviceName: db
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: acme/db, ports: [{containerPort: 5432}], envFrom: [{secretRef: {name: password}}]}]}
      ---
      """;
  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            initContainers: [{name: wait, image: busybox, command: [sh, -c, 'until nc -z db 5432; do sleep 1; done']}]
            containers: [{name: web, image: nginx}]
      ---
      """;

  @TempDir Path folder;

  @Test
  void a_service_of_the_same_file_is_left_out_until_the_pod_has_waited() throws IOException {
    var set = write("all.yaml", SERVICE + DATABASE + WEB);

    then(feature("Deployment web", set).text())
        .contains(
            """
              # Service db is missing until all.yaml is applied as it is.
              Scenario: web waits for db:5432 and goes on when it is there
                When I apply "all.yaml" without service "db"
                Then init container "wait" of the pod of deployment "web" starts
                And container "web" of the pod of deployment "web" never starts for 5s
                When I apply "all.yaml"
                Then init container "wait" of the pod of deployment "web" completes before container "web" of the pod of deployment "web" starts
                And the pod of deployment "web" is ready
            """);
  }

  @Test
  void what_runs_with_it_has_its_images_and_its_configuration() throws IOException {
    var set = write("all.yaml", SERVICE + DATABASE + WEB);

    then(feature("Deployment web", set).background())
        .startsWith(
            "Given image \"acme/db\" serves HTTP on port 5432",
            "And I apply:",
            "  \"\"\"",
            "  apiVersion: v1",
            "  kind: Secret",
            "  metadata: {name: \"password\"}");
  }

  @Test
  void a_service_and_the_pods_behind_it_may_stand_in_files_of_their_own() throws IOException {
    var service = write("db-service.yaml", SERVICE);
    var database = write("db.yaml", DATABASE);
    var web = write("web.yaml", WEB);

    then(feature("Deployment web", web, database, service).text())
        .contains(
            """
                When I apply "db-service.yaml"
                And I apply "db.yaml"
                And I apply "web.yaml"
                Then it happens in this order:
            """,
            """
                When I apply "db.yaml"
                And I apply "web.yaml"
                Then init container "wait" of the pod of deployment "web" starts
                And container "web" of the pod of deployment "web" never starts for 5s
                When I apply "db-service.yaml"
                Then init container\
            """);
    then(feature("StatefulSet db", web, database, service).text()).doesNotContain("web.yaml");
  }

  @Test
  void configuration_may_stand_beside_another_workload() throws IOException {
    var shared =
        write("db.yaml", DATABASE + "apiVersion: v1\nkind: Secret\nmetadata: {name: password}\n");
    var job =
        write(
            "job.yaml",
            "apiVersion: batch/v1\nkind: Job\nmetadata: {name: seed}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: seed, image: nginx, envFrom: [{secretRef: {name: password}}]}]}}}\n");
    var other = write("other.yaml", WEB);

    then(feature("Job seed", shared, job, other).text())
        .contains("When I apply \"db.yaml\"\n    And I apply \"job.yaml\"")
        .doesNotContain("other.yaml", "password");
  }

  @Test
  void a_service_that_only_the_app_is_told_of_runs_as_well() throws IOException {
    var database = write("db.yaml", SERVICE + DATABASE);
    var web =
        write(
            "web.yaml",
            WEB.replace(
                    "image: nginx",
                    "image: nginx, env: [{name: URL, value: 'postgres://u@db:5432/x'}]")
                .replaceAll("initContainers: .*", ""));

    then(feature("Deployment web", database, web).text())
        .contains("When I apply \"db.yaml\"\n    And I apply \"web.yaml\"")
        .doesNotContain("waits for");
  }

  @Test
  void a_service_of_its_own_pods_is_not_kept_back() throws IOException {
    var set =
        write(
            "db.yaml",
            SERVICE
                + DATABASE.replace(
                    "spec: {containers:",
                    "spec: {initContainers: [{name: join, image: busybox, command: [sh, -c, 'nslookup db || true']}], containers:"));

    var feature = feature("StatefulSet db", set);

    then(feature.assumed())
        .contains(
            "Service db:80 is not kept back: the pods of StatefulSet db stand behind it themselves.");
    then(feature.text()).doesNotContain("waits for");
  }

  @Test
  void the_definition_of_a_kind_goes_before_its_objects() throws IOException {
    var object = write("a.yaml", "apiVersion: acme.io/v1\nkind: Backup\nmetadata: {name: a}\n");
    var kind =
        write(
            "kind.yaml",
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: backups.acme.io}\nspec: {names: {kind: Backup}}\n");
    var web = write("web.yaml", WEB.replaceAll("initContainers: .*", ""));

    then(feature("Deployment web", object, kind, web).text())
        .contains(
            """
                When I apply "kind.yaml"
                And I apply "a.yaml"
                And I apply "web.yaml"
            """)
        .contains("try to apply \"kind.yaml\"")
        .doesNotContain("try to apply \"a.yaml\"");
  }

  @Test
  void an_image_that_several_have_does_what_they_need_who_run_it_as_it_is() throws IOException {
    var web =
        WEB.replace("busybox", "acme/web")
            .replace("image: nginx", "image: acme/web, ports: [{containerPort: 8080}]");
    var job =
        "apiVersion: batch/v1\nkind: Job\nmetadata: {name: seed}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: seed, image: acme/web, command: [sh, -c, echo]}]}}}\n";
    var set = write("all.yaml", SERVICE + DATABASE + web + job);
    var serves = "image \"acme/web\" serves HTTP on port 8080";

    then(feature("Deployment web", set).background()).contains("Given " + serves);
    then(feature("Job seed", set).background()).contains("Given " + serves);
    then(feature("Job seed", set).assumed())
        .filteredOn(sentence -> sentence.startsWith("Image acme/web"))
        .hasSize(1);
  }

  @Test
  void each_claim_finds_a_volume() throws IOException {
    var set =
        write(
            "all.yaml",
            SERVICE
                + DATABASE
                    .replace("serviceName: db", "serviceName: db\n  replicas: 2")
                    .trim()
                    .replaceAll("---$", "")
                + "  volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 8Gi}}}}]\n");

    var feature = feature("StatefulSet db", set);

    then(feature.background())
        .contains(
            "And a volume of 8Gi and class \"fast\" for claim \"data-db-0\"",
            "And a volume of 8Gi and class \"fast\" for claim \"data-db-1\"");
    then(feature.assumed())
        .contains(
            "Claim data-db-0 finds an empty volume of 8Gi on the node, where the cluster makes none for it.");
  }

  @Test
  void a_claim_that_no_manifest_has_is_made_up() throws IOException {
    var web =
        write(
            "web.yaml",
            "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: a, image: nginx}], volumes: [{name: data, persistentVolumeClaim: {claimName: uploads}}]}\n");

    var feature = feature("Pod web", web);

    then(feature.text())
        .contains(
            """
              # PersistentVolumeClaim uploads is made up, as no manifest has it.
              # Claim uploads finds an empty volume of 1Gi on the node, where the cluster makes none for it.
              Background:
                Given I apply:
                  \"""
                  apiVersion: v1
                  kind: PersistentVolumeClaim
                  metadata: {name: "uploads"}
                  spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                  \"""
                And a volume of 1Gi for claim "uploads"
            """);
  }

  @Test
  void an_account_that_no_manifest_has_is_made_up() throws IOException {
    var web =
        write(
            "web.yaml",
            "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {serviceAccountName: billing, containers: [{name: a, image: nginx}]}\n");

    then(feature("Pod web", web).text())
        .contains(
            """
              # ServiceAccount billing is made up, without rights.
              Background:
                Given I apply:
                  \"""
                  apiVersion: v1
                  kind: ServiceAccount
                  metadata: {name: "billing"}
                  \"""
            """);
  }

  @Test
  void scenarios_that_take_a_port_of_the_node_run_one_after_the_other() throws IOException {
    var agent =
        write(
            "agent.yaml",
            WEB.replace(
                "image: nginx", "image: nginx, ports: [{containerPort: 80, hostPort: 9100}]"));

    then(feature("Deployment web", agent).text()).startsWith("@isolated\n");
    then(feature("Deployment web", write("web.yaml", WEB)).text()).startsWith("Feature");
  }

  @Test
  void a_sidecar_of_a_job_serves_until_the_job_is_done() throws IOException {
    var job =
        write(
            "job.yaml",
            "apiVersion: batch/v1\nkind: Job\nmetadata: {name: export}\nspec: {template: {spec: {restartPolicy: Never, initContainers: [{name: proxy, image: acme/proxy, restartPolicy: Always, startupProbe: {httpGet: {path: /startup, port: 9090}}}], containers: [{name: export, image: acme/export}]}}}\n");

    then(feature("Job export", job).background())
        .contains(
            "Given image \"acme/proxy\" serves HTTP on port 9090 at \"/startup\"",
            "And image \"acme/export\" exits with code 0 after 1s");
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private DerivedFeature feature(String workload, String... files) {
    var read = YamlObjects.read(new ArrayList<>(List.of(files)), InputStream.nullInputStream());
    then(read.faults()).isEmpty();
    var derivation =
        Derivation.of(
            read.objects(),
            new Supplies(
                image -> !image.contains("acme"),
                image -> false,
                image -> Optional.empty(),
                Set.of(),
                true),
            file -> folder.relativize(Path.of(file)).toString());
    then(derivation.problems()).isEmpty();
    return derivation.features().stream()
        .filter(one -> one.workload().equals(workload))
        .findFirst()
        .orElseThrow();
  }
}
