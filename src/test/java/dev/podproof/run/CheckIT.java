package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests are proved to do what they imply, and caught where they do not. */
class CheckIT {
  @TempDir Path folder;

  @Test
  void the_web_app_waits_for_its_database_and_the_mended_collector_is_sound() throws Exception {
    var check =
        Launched.podproof(
            "check",
            "--auto",
            "manifests/webapp-with-init.yaml",
            "manifests/webapp-with-logging-sidecar.yaml");

    then(check.exitCode()).as(check.output()).isZero();
    then(check.output())
        .contains(
            "webapp-with-init waits for my-database:5432 and goes on when it is there",
            "What one container of webapp-with-logging writes, the others see",
            "6 scenarios: 6 satisfied");
  }

  @Test
  void the_first_collector_loses_a_race_and_ignores_TERM() throws Exception {
    var check = Launched.podproof("check", "--auto", "manifests/webapp-with-logging.yaml");

    then(check.exitCode()).as(check.output()).isEqualTo(1);
    then(check.output())
        .contains(
            "FAILED  webapp-with-logging starts in its order, becomes ready and stays so",
            "FAILED  webapp-with-logging stops in its order, within its grace period of 30s",
            "expected  container log-collector of pod webapp-with-logging exits at most 29.0s after delete pod webapp-with-logging",
            "3 scenarios: 2 violated, 1 satisfied");
  }

  @Test
  @Tag("full")
  void a_scaffolded_feature_comes_out_as_the_check_does() throws Exception {
    var sound = folder.resolve("sound").toString();
    var good =
        Launched.podproof(
            "scaffold",
            "--auto",
            "manifests/webapp-with-init.yaml",
            "manifests/webapp-with-logging-sidecar.yaml",
            "-o",
            sound);
    then(good.exitCode()).as(good.output()).isZero();
    var run = Launched.podproof("run", sound);
    then(run.exitCode()).as(run.output()).isZero();

    var faulty = folder.resolve("faulty").toString();
    Launched.podproof("scaffold", "--auto", "manifests/webapp-with-logging.yaml", "-o", faulty);
    var red = Launched.podproof("run", faulty);
    then(red.exitCode()).as(red.output()).isEqualTo(1);
    then(red.output()).contains("3 scenarios: 2 violated, 1 satisfied");
  }

  @Test
  @Tag("full")
  void replicas_a_cronjob_and_configuration_that_is_made_up() throws Exception {
    var check = Launched.podproof("check", "--auto", "src/test/resources/check-sound");

    then(check.exitCode()).as(check.output()).isZero();
    then(check.output())
        .contains(
            "assumed   A Job is made from CronJob report at once",
            "assumed   Secret token is made up, with a placeholder for each key that the manifest names: id.",
            "And in each pod of deployment \"shop\" it happens in this order:",
            "6 scenarios: 6 satisfied")
        .doesNotContain("podproof-placeholder");
  }

  @Test
  @Tag("full")
  void what_the_API_server_refuses_is_told_with_its_place_and_nothing_is_applied()
      throws Exception {
    var file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: bad}
            spec:
              containers:
                - name: app
                  image: busybox
                  comand: [sleep, inf]
            """);

    var check = Launched.podproof("check", "--auto", file.toString());

    then(check.exitCode()).as(check.output()).isEqualTo(1);
    then(check.output())
        .contains("FAILED    Then it is accepted", "skipped   When I apply", "(400): " + folder)
        .doesNotContain("ok        When I apply");
  }

  @Test
  @Tag("full")
  void each_version_is_a_column_of_the_matrix() throws Exception {
    for (var version : List.of("1.34.4", "1.37.2")) {
      var built =
          new ProcessBuilder("node-image/build", "--kubernetes", version, "--check")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      assumeTrue(
          built == 0,
          "no node image of Kubernetes "
              + version
              + " is at hand; build it: node-image/build --kubernetes "
              + version);
    }

    var check =
        Launched.podproof(
            "check",
            "--auto",
            "--cluster=node",
            "--kubernetes=1.34.4,1.37.2",
            "src/test/resources/check-sound/report.yaml");

    then(check.exitCode()).as(check.output()).isZero();
    then(check.output())
        .containsPattern("(?m)^ +1\\.34\\.4 +1\\.37\\.2$")
        .containsPattern(
            "(?m)^report-now starts in its order and completes +satisfied +satisfied$");
  }

  @Test
  @Tag("full")
  void every_broken_manifest_is_caught() throws Exception {
    var caught =
        Map.ofEntries(
            Map.entry("init-order starts in its order and completes", "init container load"),
            Map.entry("crash starts, becomes ready and stays so", "container app, which exited 3"),
            Map.entry("job-kept-alive starts in its order and completes", "proxy"),
            Map.entry("probe-port starts, becomes ready and stays so", "8888"),
            Map.entry("prestop-too-long stops, within its grace period of 5s", "container app"),
            Map.entry("ignores-term stops, within its grace period of 6s", "container app"),
            Map.entry("service-port starts in its order, becomes ready and stays so", "6380"),
            Map.entry("What one container of two-paths writes, the others see", "/logs/out.log"),
            Map.entry("liveness starts, becomes ready and stays so", "container app"),
            Map.entry("startup-probe starts in its order, becomes ready and stays so", "proxy"),
            Map.entry(
                "sidecar-without-policy starts in its order, becomes ready and stays so", "proxy"),
            Map.entry("missing-config starts, becomes ready and stays so", "settings"));

    var check = Launched.podproof("check", "--auto", "--budget", "25", "src/test/resources/check");

    then(check.exitCode()).as(check.output()).isEqualTo(1);
    var all = new SoftAssertions();
    caught.forEach(
        (scenario, cause) ->
            all.assertThat(message(check.output(), scenario)).as(scenario).contains(cause));
    all.assertAll();
  }

  /** What is said of a scenario that failed; empty where it did not. */
  private static String message(String output, String scenario) {
    var from = output.indexOf("FAILED  " + scenario);
    return from < 0 ? "" : output.substring(from, output.indexOf("\n\n", from));
  }
}
