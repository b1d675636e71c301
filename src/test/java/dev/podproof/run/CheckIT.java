package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests are proved to do what they imply, and caught where they do not. */
class CheckIT {
  private static final int SCENARIOS = 16;

  @TempDir Path folder;

  @Test
  void the_web_app_waits_the_mended_collector_is_sound_and_the_first_loses_a_race_and_ignores_TERM()
      throws Exception {
    var check =
        Launched.podproof(
            "check",
            "--auto",
            "manifests/webapp-with-init.yaml",
            "manifests/webapp-with-logging-sidecar.yaml",
            "manifests/webapp-with-logging.yaml");

    then(check.exitCode()).as(check.output()).isEqualTo(1);
    then(check.output())
        .contains(
            "webapp-with-init waits for my-database:5432 and goes on when it is there",
            "What one container of webapp-with-logging writes, the others see",
            "FAILED  webapp-with-logging starts in its order, becomes ready and stays so",
            "FAILED  webapp-with-logging stops in its order, within its grace period of 30s",
            "expected  container log-collector of pod webapp-with-logging exits at most 29.0s after delete pod webapp-with-logging",
            "9 scenarios: 2 violated, 7 satisfied");
  }

  @Test
  @Tag("full")
  void a_scaffolded_feature_comes_out_as_the_check_does_for_every_founding_manifest()
      throws Exception {
    var checked = folder.resolve("checked");
    Launched.podproof("check", "--auto", "manifests", "--report-dir", checked.toString());

    var written = scaffolded("written");
    var run = folder.resolve("run");
    Launched.podproof("run", written.toString(), "--report-dir", run.toString());

    then(read(scaffolded("again"))).isEqualTo(read(written)).hasSize(6);
    then(outcomes(run)).isEqualTo(outcomes(checked)).hasSize(SCENARIOS);
    then(outcomes(run).values()).filteredOn(one -> !one.equals("satisfied")).hasSize(2);
  }

  private Path scaffolded(String name) throws Exception {
    var into = folder.resolve(name);
    var scaffold = Launched.podproof("scaffold", "--auto", "manifests", "-o", into.toString());
    then(scaffold.exitCode()).as(scaffold.output()).isZero();
    return into;
  }

  private static Map<String, String> read(Path features) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var files = Files.list(features)) {
      for (var file : files.toList()) {
        texts.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    return texts;
  }

  /** By feature and scenario, how it came out and what was not satisfied, without figures. */
  private static Map<String, String> outcomes(Path report) throws IOException {
    var outcomes = new TreeMap<String, String>();
    for (var one :
        new JsonMapper().readTree(report.resolve("results.json").toFile()).get("scenarios")) {
      var why = new StringBuilder(one.get("outcome").asText());
      for (var step : one.get("steps")) {
        step.get("because")
            .asText()
            .lines()
            .filter(line -> line.startsWith("expected "))
            .forEach(line -> why.append(", ").append(line.replaceAll("[\\d.]+", "#")));
      }
      outcomes.put(
          Path.of(one.get("file").asText()).getFileName() + ": " + one.get("name").asText(),
          why.toString());
    }
    return outcomes;
  }

  @Test
  @Tag("full")
  void replicas_a_cronjob_a_database_of_the_set_and_configuration_that_is_made_up()
      throws Exception {
    var check = Launched.podproof("check", "--auto", "src/test/resources/check-sound");

    then(check.exitCode()).as(check.output()).isZero();
    then(check.output())
        .contains(
            "assumed   A Job is made from CronJob report at once",
            "assumed   Secret token is made up, with a placeholder for each key that the manifest names: id.",
            "And in each pod of deployment \"shop\" it happens in this order:",
            "assumed   Claim data-ledger-0 finds an empty volume of 1Gi on the node, where the cluster makes none for it.",
            "bank waits for ledger:5432 and goes on when it is there",
            "11 scenarios: 11 satisfied")
        .doesNotContain("podproof-placeholder");
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

  /** Broken pods, and the cause that is told of each; none of them lets another one fail. */
  @Test
  @Tag("full")
  void every_broken_manifest_is_caught_and_told_with_its_cause() throws Exception {
    var refused =
        Files.writeString(
            folder.resolve("refused.yaml"),
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: refused}
            spec: {containers: [{name: app, image: busybox, comand: [sleep, inf]}]}
            """);
    var caught = new TreeMap<String, String>();
    for (var broken : BrokenFounding.all()) {
      broken.write(folder);
      caught.put(broken.scenario(), broken.says());
    }
    caught.put("init-order starts in its order and completes", "init container load");
    caught.put("job-kept-alive starts in its order and completes", "proxy");
    caught.put("prestop-too-long stops, within its grace period of 5s", "container app");
    caught.put("What one container of two-paths writes, the others see", "/logs/out.log");
    caught.put("liveness starts, becomes ready and stays so", "container app");
    caught.put("startup-probe starts in its order, becomes ready and stays so", "proxy");
    caught.put("refused starts, becomes ready and stays so", "(400): " + refused);

    var check =
        Launched.podproof(
            "check",
            "--auto",
            "--budget=25",
            "--parallel=8",
            "src/test/resources/check",
            folder.toString(),
            "manifests/git-server.yaml");

    then(check.exitCode()).as(check.output()).isEqualTo(1);
    var all = new SoftAssertions();
    caught.forEach(
        (scenario, cause) ->
            all.assertThat(message(check.output(), scenario)).as(scenario).contains(cause));
    all.assertAll();
    then(check.output())
        .contains("skipped   When I apply \"" + refused + "\"")
        .doesNotContain("ok        When I apply \"" + refused + "\"");
    then(message(check.output(), "git-server starts, becomes ready and stays so")).isEmpty();
  }

  /** What is said of a scenario that failed; empty where it did not. */
  private static String message(String output, String scenario) {
    var from = output.indexOf("FAILED  " + scenario);
    return from < 0 ? "" : output.substring(from, output.indexOf("\n\n", from));
  }
}
