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

/** What manifests imply, as texts. That these hold on a cluster is told by CheckIT. */
class DerivationTest {
  @TempDir Path folder;

  @Test
  void an_init_container_that_waits_a_stand_in_and_a_dependency() {
    then(derived(true, "manifests/webapp-with-init.yaml").features())
        .singleElement()
        .extracting(DerivedFeature::text)
        .isEqualTo(
            """
            Feature: What the manifest of Pod webapp-with-init implies

              # Image my-webapp:latest is not at hand: a stand-in is made up that serves HTTP on port 8080; declare what it does: --stand-in 'my-webapp:latest=...'
              # Service my-database:5432 is made up, as no manifest offers it: it accepts connections, and is closed where the pod has to wait.
              Background:
                Given image "my-webapp:latest" serves HTTP on port 8080
                When I try to apply "manifests/webapp-with-init.yaml" as a dry run
                Then it is accepted

              Scenario: webapp-with-init starts in its order, becomes ready and stays so
                Given dependency "my-database" on port 5432 accepts connections
                When I apply "manifests/webapp-with-init.yaml"
                Then it happens in this order:
                  | init container "wait-for-db" of pod "webapp-with-init" completes |
                  | container "webapp" of pod "webapp-with-init" starts |
                And pod "webapp-with-init" is ready
                And pod "webapp-with-init" stays ready for 5s
                And init container "wait-for-db" of pod "webapp-with-init" has started exactly 1 time
                And container "webapp" of pod "webapp-with-init" has started exactly 1 time

              Scenario: webapp-with-init waits for my-database:5432 and goes on when it is there
                Given dependency "my-database" on port 5432 refuses connections
                When I apply "manifests/webapp-with-init.yaml"
                Then init container "wait-for-db" of pod "webapp-with-init" starts
                And container "webapp" of pod "webapp-with-init" never starts for 5s
                When dependency "my-database" on port 5432 accepts connections
                Then init container "wait-for-db" of pod "webapp-with-init" completes before container "webapp" of pod "webapp-with-init" starts
                And pod "webapp-with-init" is ready

              Scenario: webapp-with-init stops, within its grace period of 30s
                Given dependency "my-database" on port 5432 accepts connections
                When I apply "manifests/webapp-with-init.yaml"
                Then pod "webapp-with-init" is ready
                And container "webapp" of pod "webapp-with-init" is running
                When I delete pod "webapp-with-init"
                Then container "webapp" of pod "webapp-with-init" exits at most 29s after I delete pod "webapp-with-init"
                And pod "webapp-with-init" is gone within 40s
            """);
  }

  @Test
  void a_dependency_that_another_manifest_offers_is_kept_back_until_later() {
    then(derived(true, "manifests/my-database.yaml", "manifests/webapp-with-init.yaml").features())
        .last()
        .extracting(DerivedFeature::text)
        .asString()
        .contains(
            """
              # Service my-database is missing until manifests/my-database.yaml is applied as it is.
              Scenario: webapp-with-init waits for my-database:5432 and goes on when it is there
                When I apply "manifests/my-database.yaml" without service "my-database"
                And I apply "manifests/webapp-with-init.yaml"
                Then init container "wait-for-db" of pod "webapp-with-init" starts
                And container "webapp" of pod "webapp-with-init" never starts for 5s
                When I apply "manifests/my-database.yaml"
                Then init container\
            """);
  }

  @Test
  void sidecars_gate_what_follows_and_stop_in_reverse() throws IOException {
    var text =
        text(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              terminationGracePeriodSeconds: 8
              initContainers:
                - {name: mesh, image: busybox, restartPolicy: Always, startupProbe: {exec: {command: ['true']}, periodSeconds: 2, failureThreshold: 5}}
                - {name: logs, image: busybox, restartPolicy: Always}
              containers:
                - {name: app, image: busybox}
                - {name: second, image: busybox}
            """);

    then(text)
        .contains(
            """
                Then it happens in this order:
                  | sidecar "mesh" of pod "web" starts |
                  | sidecar "logs" of pod "web" starts |
                  | container "app" of pod "web" starts |
                And sidecar "logs" of pod "web" starts before container "second" of pod "web" starts
                And sidecar "logs" of pod "web" never starts until sidecar "mesh" of pod "web" is started
                And pod "web" is ready within 70s
            """,
            """
                Then sidecar "mesh" of pod "web" exits at most 7s after I delete pod "web"
                And sidecar "logs" of pod "web" exits at most 7s after I delete pod "web"
                And container "app" of pod "web" exits at most 7s after I delete pod "web"
                And container "second" of pod "web" exits at most 7s after I delete pod "web"
                And container "app" of pod "web" exits before sidecar "logs" of pod "web" exits
                And container "second" of pod "web" exits before sidecar "logs" of pod "web" exits
                And sidecar "logs" of pod "web" exits before sidecar "mesh" of pod "web" exits
                And pod "web" is gone within 18s
            """);
  }

  @Test
  void the_order_within_each_of_several_pods() throws IOException {
    then(text(
            """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec:
                      initContainers:
                        - {name: setup, image: busybox, command: [sh, -c, 'until nc -z cache 6379; do sleep 1; done']}
                        - {name: mesh, image: busybox, restartPolicy: Always, startupProbe: {exec: {command: ['true']}, periodSeconds: 2, failureThreshold: 5}}
                      containers: [{name: app, image: busybox}]
                """))
        .contains(
            """
                Then all pods of statefulset "db" are ready within 80s
                And field "status.readyReplicas" of statefulset "db" is "2" within 80s
                And all pods of statefulset "db" are ready
                And all pods of statefulset "db" stay ready for 5s
                And in each pod of statefulset "db" it happens in this order:
                  | init container "setup" completes |
                  | sidecar "mesh" starts |
                  | container "app" starts |
                And in each pod of statefulset "db" it happens in this order:
                  | sidecar "mesh" is started |
                  | container "app" starts |
                And init container "setup" of all pods of statefulset "db" has restart count 0
            """,
            """
                Then init container "setup" of all pods of statefulset "db" starts
                And sidecar "mesh" of any pod of statefulset "db" never starts for 5s
                When dependency "cache" on port 6379 accepts connections
                Then all pods of statefulset "db" are ready within 80s
                And field "status.readyReplicas" of statefulset "db" is "2" within 80s
                And all pods of statefulset "db" are ready
                And in each pod of statefulset "db" it happens in this order:
                  | init container "setup" completes |
                  | sidecar "mesh" starts |
            """,
            """
                And in each pod of statefulset "db" it happens in this order:
                  | container "app" exits |
                  | sidecar "mesh" exits |
                And all pods of statefulset "db" are gone within 40s
            """);
  }

  @Test
  void a_job_completes_and_is_not_stopped() throws IOException {
    then(text(
            """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: import}
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: app, image: busybox}]
                """))
        .isEqualTo(
            """
            Feature: What the manifest of Job import implies

              Background:
                When I try to apply "FILE" as a dry run
                Then it is accepted

              # Its containers end by themselves (it is a Job).
              Scenario: import starts and completes
                When I apply "FILE"
                Then container "app" of the pod of job "import" starts
                And the pod of job "import" is Succeeded
                And field "status.conditions[type=Complete].status" of job "import" is "True"
                And container "app" of the pod of job "import" has started exactly 1 time
            """);
  }

  @Test
  void a_job_is_made_from_a_cronjob_at_once() throws IOException {
    then(text(
            """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: report}
                spec:
                  schedule: 0 3 * * *
                  jobTemplate:
                    spec:
                      template:
                        spec:
                          restartPolicy: Never
                          containers: [{name: app, image: busybox}]
                """))
        .isEqualTo(
            """
            Feature: What the manifest of CronJob report implies

              # A Job is made from CronJob report at once, as kubectl create job --from does; its schedule is not waited for.
              Background:
                When I try to apply "FILE" as a dry run
                Then it is accepted

              # Its containers end by themselves (it is a Job).
              Scenario: report-now starts and completes
                When I apply "FILE"
                And I create job "report-now" from cronjob "report"
                Then container "app" of the pod of job "report-now" starts
                And the pod of job "report-now" is Succeeded
                And field "status.conditions[type=Complete].status" of job "report-now" is "True"
                And container "app" of the pod of job "report-now" has started exactly 1 time
            """);
  }

  private static final String CONFIGURED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: app}
      spec:
        containers:
          - name: app
            image: busybox
            envFrom: [{secretRef: {name: oauth}}]
            env:
              - {name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}
              - {name: B, valueFrom: {configMapKeyRef: {name: nowhere, key: b, optional: true}}}
            volumeMounts: [{name: conf, mountPath: /etc/app.ini, subPath: app.ini}]
        volumes:
          - {name: conf, configMap: {name: settings}}
          - {name: account, projected: {sources: [{configMap: {name: kube-root-ca.crt}}]}}
      """;

  @Test
  void configuration_that_no_manifest_offers_is_made_up_with_the_keys_that_are_named()
      throws IOException {
    then(text(CONFIGURED))
        .contains(
            """
              # Secret oauth is made up, empty, as the manifest names no key of it.
              # ConfigMap settings is made up, with a placeholder for each key that the manifest names: a, app.ini.
              Background:
                Given I apply:
                  \"""
                  apiVersion: v1
                  kind: Secret
                  metadata: {name: "oauth"}
                  stringData: {}
                  \"""
                And I apply:
                  \"""
                  apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: "settings"}
                  data:
                    "a": "podproof-placeholder"
                    "app.ini": "podproof-placeholder"
                  \"""
                When I try to apply "FILE" as a dry run
            """)
        .doesNotContain("nowhere", "kube-root-ca");
  }

  @Test
  void configuration_that_no_manifest_offers_is_told_with_its_place() throws IOException {
    var file = Files.writeString(folder.resolve("a.yaml"), CONFIGURED).toString();

    then(derived(false, file).problems())
        .containsExactly(
            file
                + ":8:30: Pod app needs Secret oauth, which no manifest offers\n"
                + "  name its manifest as well; or let it be made up, with placeholders: --auto",
            file
                + ":10:51: Pod app needs ConfigMap settings, which no manifest offers\n"
                + "  name its manifest as well; or let it be made up, with placeholders: --auto");
  }

  @Test
  void a_probe_is_answered_at_its_port_and_path() throws IOException {
    then(text(
            """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 3
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                        - name: web
                          image: registry.example.com/web:2
                          ports: [{containerPort: 9000, name: http}]
                          readinessProbe: {httpGet: {path: /ready, port: http}}
                          livenessProbe: {httpGet: {path: /healthz, port: http}}
                """))
        .isEqualTo(
            """
            Feature: What the manifest of Deployment web implies

              # Image registry.example.com/web:2 is not at hand: a stand-in is made up that serves HTTP on port 9000 at "/ready" or "/healthz"; declare what it does: --stand-in 'registry.example.com/web:2=...'
              Background:
                Given image "registry.example.com/web:2" serves HTTP on port 9000 at "/ready" or "/healthz"
                When I try to apply "FILE" as a dry run
                Then it is accepted

              Scenario: web starts, becomes ready and stays so
                When I apply "FILE"
                Then all pods of deployment "web" are ready
                And field "status.readyReplicas" of deployment "web" is "3"
                And all pods of deployment "web" are ready
                And all pods of deployment "web" stay ready for 5s
                And container "web" of all pods of deployment "web" has restart count 0

              Scenario: web stops, within its grace period of 30s
                When I apply "FILE"
                Then all pods of deployment "web" are ready
                And field "status.readyReplicas" of deployment "web" is "3"
                And all pods of deployment "web" are ready
                And container "web" of all pods of deployment "web" is running
                When I delete deployment "web"
                Then container "web" of all pods of deployment "web" exits at most 30s after I delete deployment "web"
                And all pods of deployment "web" are gone within 40s
            """);
  }

  @Test
  void what_is_neither_at_hand_nor_declared_is_told_with_what_to_do() {
    then(derived(false, "manifests/webapp-with-init.yaml").problems())
        .containsExactly(
            "manifests/webapp-with-init.yaml:11:7: container webapp of Pod webapp-with-init has image my-webapp:latest, which is not at hand\n"
                + "  declare a stand-in: --stand-in 'my-webapp:latest=serves HTTP on port 8080', or in podproof.yaml; bring it: --image-archive FILE; or let stand-ins be made up: --auto",
            "manifests/webapp-with-init.yaml:7:7: init container wait-for-db of Pod webapp-with-init needs my-database:5432, which no manifest offers\n"
                + "  name its manifest as well; declare it: --dependency my-database:5432, or in podproof.yaml; or let it be made up: --auto");
    then(derived(true, "manifests/website.yaml").problems())
        .containsExactly(
            "manifests/website.yaml:7:7: init container clone of Pod website needs git-server:9418, which no manifest offers, and speaks more than a stand-in understands\n"
                + "  name the manifest of the real one as well");
  }

  private String text(String manifest) throws IOException {
    var file = Files.writeString(folder.resolve("a.yaml"), manifest);
    var derived = derived(true, file.toString());
    then(derived.problems()).isEmpty();
    return derived.features().get(0).text().replace(file.toString(), "FILE");
  }

  private static Derivation derived(boolean auto, String... files) {
    var read = YamlObjects.read(new ArrayList<>(List.of(files)), InputStream.nullInputStream());
    then(read.faults()).isEmpty();
    return Derivation.of(
        read.objects(),
        new Supplies(
            image -> !image.contains("web"),
            image -> false,
            image -> Optional.empty(),
            Set.of(),
            auto),
        path -> path);
  }
}
