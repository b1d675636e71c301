package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets a clear message, before anything is started. */
class MisuseTest {
  @TempDir Path folder;

  private record Said(int exitCode, String error) {}

  private static Said podproof(String... arguments) {
    var error = new StringWriter();
    var out = new PrintWriter(new StringWriter());
    var code = Podproof.run(arguments, out, new PrintWriter(error, true), Map.of());
    return new Said(code, error.toString());
  }

  @Test
  void a_feature_that_does_not_exist() {
    then(podproof("run", "features/webapp/wait-for-databse.feature"))
        .isEqualTo(
            new Said(
                2,
                "podproof: there is no feature features/webapp/wait-for-databse.feature; near it: wait-for-database.feature\n"
                    + "  name a feature file, a folder with features, or FILE:LINE\n"));
  }

  @Test
  void no_feature_at_all() {
    var error = new StringWriter();
    var code =
        Podproof.run(
            new String[] {"run"},
            new PrintWriter(new StringWriter()),
            new PrintWriter(error, true),
            Map.of(),
            folder);

    then(new Said(code, error.toString()))
        .isEqualTo(
            new Said(
                2,
                "podproof: no feature is named, and there is no folder features\n"
                    + "  name a feature file, a folder with features, or FILE:LINE; or --rerun FILE; podproof init makes a first project\n"));
  }

  @Test
  void a_list_to_run_again_that_does_not_exist_or_is_none() throws IOException {
    then(podproof("run", "--rerun", "nowhere.txt"))
        .isEqualTo(
            new Said(
                2,
                "podproof: there is no list of scenarios nowhere.txt\n"
                    + "  a run with --report-dir DIR writes one: DIR/rerun.txt\n"));
    var gone = Files.writeString(folder.resolve("rerun.txt"), "features/gone.feature:3\n");
    then(podproof("run", "--rerun", gone.toString(), "--dry-run"))
        .isEqualTo(
            new Said(
                2,
                "podproof: there is no feature features/gone.feature\n"
                    + "  name a feature file, a folder with features, or FILE:LINE\n"));
  }

  @Test
  void a_list_is_narrowed_to_the_features_that_are_named_and_goes_with_tags_and_names()
      throws IOException {
    var list =
        Files.writeString(
            folder.resolve("rerun.txt"),
            "features/webapp/log-collector.feature:6:14\nfeatures/webapp/wait-for-database.feature:9\n");

    then(podproof(
            "run",
            "features/webapp/log-collector.feature",
            "--rerun",
            list.toString(),
            "--name",
            "visible",
            "--dry-run",
            "--fail-fast"))
        .isEqualTo(new Said(0, ""));
    then(podproof(
                "run",
                "features/webapp/log-collector.feature",
                "--rerun",
                list.toString(),
                "--name",
                "no such name",
                "--dry-run")
            .exitCode())
        .isEqualTo(2);
    then(podproof("run", "features/catalogue", "--rerun", list.toString()))
        .isEqualTo(new Said(0, ""));
  }

  @Test
  void an_unknown_option() {
    then(podproof("run", "features", "--tag=x").exitCode()).isEqualTo(2);
    then(podproof("run", "features", "--tag=x").error()).contains("--tag=x").contains("--tags");
  }

  @Test
  void a_cluster_that_there_is_not() {
    then(podproof("run", "features", "--cluster", "minikube"))
        .isEqualTo(
            new Said(
                2,
                "podproof: Invalid value for option '--cluster': expected one of [AUTO, K3S, NODE, EXISTING] (case-insensitive) but was 'minikube'\n"
                    + "  podproof run --help lists what it takes\n"));
  }

  @Test
  void a_version_of_Kubernetes_that_no_node_image_has() {
    then(podproof("run", "features/webapp", "--kubernetes", "1.33"))
        .isEqualTo(
            new Said(
                2,
                "podproof: --kubernetes is 1.33; there is a node image of 1.37.2, 1.36.3, 1.35.4, 1.34.4\n"));
    then(podproof("run", "features/webapp", "--kubernetes", "1.34,1.37").exitCode()).isEqualTo(2);
  }

  @Test
  void options_that_do_not_belong_together() {
    then(podproof("run", "features/webapp", "--kubeconfig", "x"))
        .isEqualTo(
            new Said(
                2,
                "podproof: --kubeconfig means nothing here; it belongs to --cluster existing\n"
                    + "  add that, or leave --kubeconfig out\n"));
  }

  @Test
  void a_selection_of_nothing() {
    then(podproof("run", "features/webapp", "--tags", "@nothing"))
        .isEqualTo(
            new Said(
                2,
                "podproof: no scenario is selected in features/webapp\n"
                    + "  look at --tags, --name and the line numbers\n"));
  }

  @Test
  void a_restart_of_the_node_beside_other_scenarios() throws IOException {
    var feature = feature("When I restart the kubelet");

    then(podproof("run", feature.toString()))
        .isEqualTo(
            new Said(
                2,
                "podproof: "
                    + feature
                    + ":3: \"I restart the kubelet\" disturbs every scenario on the node\n"
                    + "  tag the scenario @isolated, and it runs alone\n"));
  }

  @Test
  void a_step_that_nobody_defined() throws IOException {
    var feature = feature("Then container \"webapp\" startz");

    then(podproof("run", feature.toString()))
        .satisfies(said -> then(said.exitCode()).isEqualTo(2))
        .extracting(Said::error)
        .asString()
        .startsWith(
            "podproof: " + feature + ":3: no step is defined for \"container \"webapp\" startz\"");
  }

  @Test
  void each_of_the_steps_that_nobody_defined_is_told() throws IOException {
    var feature = feature("Then it rains\n    And it pours");

    then(podproof("run", feature.toString()))
        .satisfies(said -> then(said.exitCode()).isEqualTo(2))
        .extracting(Said::error)
        .asString()
        .contains(feature + ":3: no step is defined for \"it rains\"")
        .contains(feature + ":4: no step is defined for \"it pours\"");
  }

  @Test
  void a_manifest_that_does_not_exist() throws IOException {
    var feature = feature("When I apply \"nowhere.yaml\"");

    then(podproof("run", feature.toString()))
        .isEqualTo(
            new Said(
                2,
                "podproof: "
                    + feature
                    + ":3: there is no manifest nowhere.yaml\n  name a file that exists, from the feature's folder or one above it\n"));
  }

  @Test
  void a_manifest_that_is_not_YAML() throws IOException {
    var manifest = Files.writeString(folder.resolve("bad.yaml"), "kind: Pod\nmetadata: {name: [\n");
    var feature = feature("When I apply \"bad.yaml\"");

    then(podproof("run", feature.toString()))
        .satisfies(said -> then(said.exitCode()).isEqualTo(2))
        .extracting(Said::error)
        .asString()
        .startsWith("podproof: " + feature + ":3: " + manifest + ":3:1: not YAML: ")
        .endsWith("  mend that line; nothing was started\n");
  }

  @Test
  void a_manifest_in_the_feature_is_told_by_the_lines_of_the_feature() throws IOException {
    var feature =
        feature(
            "When I apply:\n"
                + "      \"\"\"\n"
                + "      apiVersion: v1\n"
                + "      kind: Pod\n"
                + "      metadata: {name: {{ .Values.name }}}\n"
                + "      \"\"\"");

    then(podproof("run", feature.toString()))
        .isEqualTo(
            new Said(
                2,
                "podproof: "
                    + feature
                    + ":7: a template that is not rendered: metadata: {name: {{ .Values.name }}}\n"
                    + "  apply what it renders, such as the output of: helm template CHART\n"));
  }

  @Test
  void a_pattern_a_number_and_a_port_that_mean_nothing() throws IOException {
    var feature =
        feature(
            "Given dependency \"db\" on port 99999 refuses connections\n"
                + "    And I apply \"web.yaml\"\n"
                + "    Then container \"web\" logs a line matching \"ready (\"\n"
                + "    And container \"web\" starts for the 0th time");
    Files.writeString(
        folder.resolve("web.yaml"),
        "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: busybox}]}}");

    then(podproof("run", feature.toString()))
        .isEqualTo(
            new Said(
                2,
                "podproof: "
                    + feature
                    + ":3: there is no port 99999; ports are 1 to 65535\n"
                    + feature
                    + ":5: \"ready (\" is no regular expression: Unclosed group near character 8\n"
                    + "  a character that has a meaning there is written with a backslash before it, such as \\(\n"
                    + feature
                    + ":6: there is no 0th time; the first is the 1st\n"));
  }

  @Test
  void an_environment_in_which_testcontainers_would_hang() {
    then(podproof("run", "features/webapp/wait-for-database.feature:9", "--cluster", "node"))
        .isEqualTo(
            new Said(
                4,
                "podproof: a cluster in a container needs environment variables that are not set\n"
                    + "  set them: export TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1 TESTCONTAINERS_RYUK_DISABLED=true\n"
                    + "  or start through ./podproof, which sets them\n"));
  }

  @Test
  void a_kubeconfig_that_does_not_exist() {
    then(podproof(
            "run",
            "features/webapp/wait-for-database.feature:9",
            "--cluster",
            "existing",
            "--kubeconfig",
            "/nowhere"))
        .isEqualTo(
            new Said(
                4,
                "podproof: there is no kubeconfig /nowhere that can be read\n"
                    + "  name one with --kubeconfig FILE\n"));
  }

  @Test
  void a_stack_trace_is_shown_only_to_those_who_ask() {
    String[] misuse = {
      "run",
      "features/webapp/wait-for-database.feature:9",
      "--cluster",
      "existing",
      "--kubeconfig",
      "/nowhere"
    };
    var verbose = java.util.Arrays.copyOf(misuse, misuse.length + 1);
    verbose[misuse.length] = "--verbose";

    then(podproof(misuse).error()).doesNotContain("\tat ");
    then(podproof(verbose).error()).contains("\tat dev.podproof.cluster.");
  }

  @Test
  void a_cluster_that_does_not_answer() throws IOException {
    var kubeconfig =
        Files.writeString(
            folder.resolve("config"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            users: [{name: u, user: {}}]
            contexts: [{name: dev, context: {cluster: c, user: u}}]
            current-context: dev
            """);

    var said =
        podproof(
            "run",
            "features/webapp/wait-for-database.feature:9",
            "--cluster",
            "existing",
            "--kubeconfig",
            kubeconfig.toString());

    then(said.exitCode()).isEqualTo(4);
    then(said.error())
        .startsWith("podproof: the API server https://127.0.0.1:1/ does not answer as it should: ")
        .contains("\n  it is named by " + kubeconfig + ", context dev\n");
  }

  @Test
  void every_story_is_understood_without_a_cluster() {
    then(podproof("run", "features", "--dry-run")).isEqualTo(new Said(0, ""));
  }

  @Test
  void keywords_in_another_language() throws IOException {
    var feature =
        Files.writeString(
            folder.resolve("de.feature"),
            """
            # language: de
            Funktionalität: Auf die Datenbank warten
              Szenario: Ohne Datenbank beginnt nichts
                Angenommen dependency "my-database" on port 5432 refuses connections
                Wenn I apply "%s"
                Dann container "webapp" has never started
                Und container "webap" has never started
            """
                .formatted(Path.of("manifests/webapp-with-init.yaml").toAbsolutePath()));

    then(podproof("run", feature.toString(), "--dry-run"))
        .isEqualTo(
            new Said(
                2,
                "podproof: "
                    + feature
                    + ":7: no manifest of the scenario has a container \"webap\"; near it: webapp\n"));
  }

  private Path feature(String step) throws IOException {
    return Files.writeString(
        folder.resolve("a.feature"), "Feature: f\n  Scenario: s\n    " + step + "\n");
  }

  @Test
  void a_formatter_that_Cucumber_does_not_have() {
    then(podproof("run", "features/webapp", "--plugin", "htlm:out.html"))
        .isEqualTo(
            new Said(
                2,
                "podproof: The plugin specification 'htlm:out.html' has a problem:\n"
                    + "  Could not load plugin class 'htlm'.\n"
                    + "  Plugin specifications should have the format of PLUGIN[:[PATH|[URI [OPTIONS]]]\n"
                    + "  Valid values for PLUGIN are: html, json, junit, message, pretty, progress, rerun, summary, teamcity, testng, timeline, unused, usage, usage-json\n"
                    + "  PLUGIN can also be a fully qualified class name, allowing registration of 3rd party plugins. The 3rd party plugin must implement io.cucumber.plugin.Plugin\n"));
  }

  @Test
  void a_formatter_that_would_write_to_the_screen() {
    then(podproof("run", "features/webapp", "--plugin", "pretty", "--dry-run"))
        .isEqualTo(
            new Said(
                2,
                "podproof: --plugin pretty names no file, and the screen belongs to the run\n"
                    + "  name one: --plugin pretty:FILE\n"));
  }

  @Test
  void files_that_cannot_be_written() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    then(podproof("run", "features/webapp", "--tap", file + "/out.tap").error())
        .isEqualTo(
            "podproof: the reports cannot be written to "
                + file
                + "/out.tap: "
                + file
                + "\n  name a file that can be made with --tap\n");
    then(podproof("run", "features/webapp", "--plugin", "html:" + file + "/out.html"))
        .extracting(Said::exitCode, said -> said.error().lines().findFirst().orElseThrow())
        .containsExactly(
            2, "podproof: Couldn't create parent directories of '" + file + "/out.html'.");
  }

  @Test
  void what_no_feature_is() throws IOException {
    then(refusal(""))
        .isEqualTo(
            "FILE: no feature stands in it\n  begin it with Feature: and what it is about\n");
    then(refusal("hello\n")).startsWith("FILE:1:1: expected: ").endsWith(", got 'hello'\n");
    then(refusal("# language: xx\nFeature: a\n"))
        .isEqualTo("FILE:1:1: Language not supported: xx\n");
    then(podproof("run", "--dry-run", "features/webapp:9").error())
        .isEqualTo(
            "podproof: features/webapp is a folder, which has no lines\n"
                + "  name a feature file of it, as FILE:LINE\n");
    then(podproof("run", "--dry-run", "").error())
        .isEqualTo(
            "podproof: the name of a feature is empty\n"
                + "  name a feature file, a folder with features, or FILE:LINE\n");
  }

  @Test
  void a_scenario_without_a_step_shows_nothing() throws IOException {
    then(refusal("Feature: a\n  Scenario: b\n    Gegeben sei ein Pod\n"))
        .isEqualTo(
            "FILE:2: the scenario \"b\" has no step, so it shows nothing\n"
                + "  begin each step with Given, When, Then or And\n");
  }

  @Test
  void what_stands_below_a_step_is_what_it_takes() throws IOException {
    then(refusal(scenario("Then the pod matches:")))
        .isEqualTo(
            "FILE:3: nothing stands below the step; expected a text between two lines of \"\"\", as the examples of podproof steps have it\n");
    then(refusal(scenario("Then it happens in this order:\n    \"\"\"\n    a\n    \"\"\"")))
        .isEqualTo(
            "FILE:3: a text stands below the step; expected a table, as the examples of podproof steps have it\n");
    then(refusal(scenario("Then the pod matches:\n    | a | b |")))
        .isEqualTo(
            "FILE:3: a table stands below the step; expected a text between two lines of \"\"\", as the examples of podproof steps have it\n");
    then(refusal(scenario("Then the pod is ready\n    | a | b |")))
        .isEqualTo("FILE:3: a table stands below the step; the step takes nothing there\n");
    then(refusal(
            scenario(
                "Then the pod matches:\n    \"\"\"\n    spec: {nodeName: , containers: []}\n    \"\"\"")))
        .isEqualTo(
            "FILE:3: the text below the step gives no value to spec.nodeName\n"
                + "  give it one, or say of its field that it is absent\n");
  }

  @Test
  void values_of_another_kind_and_commands_below_a_command() {
    then(podproof("run", "--budget", "1.5").error())
        .isEqualTo(
            "podproof: Invalid value for option '--budget': '1.5' is no whole number\n"
                + "  podproof run --help lists what it takes\n");
    then(podproof("run", "--namespace-map", "prod").error())
        .isEqualTo(
            "podproof: Invalid value for option '--namespace-map': expected NAME=scenario but was 'prod'\n"
                + "  podproof run --help lists what it takes\n");
    then(podproof("baseline", "save").error())
        .isEqualTo(
            "podproof: Missing required parameter: 'REPORT_DIR'\n"
                + "  podproof baseline save --help lists what it takes\n");
  }

  @Test
  void what_scaffold_cannot_write_or_bring() throws IOException {
    var file = Files.createFile(folder.resolve("file")).toString();
    var manifest =
        Files.writeString(
                folder.resolve("web.yaml"),
                "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: nginx}]}\n")
            .toString();

    then(podproof("scaffold", "--auto", manifest, "-o", file))
        .isEqualTo(
            new Said(
                2,
                "podproof: the features cannot be written to %s: %s\n  name a folder that can be made with -o\n"
                    .formatted(file, file)));
    then(podproof("scaffold", "--auto", manifest, "--dependency", "db:99999"))
        .isEqualTo(
            new Said(
                2,
                "podproof: --dependency: \"db:99999\" is no dependency; expected the name and the port of a Service\n"
                    + "  such as --dependency my-database:5432\n"));
    then(podproof("scaffold", "--auto", manifest).exitCode()).isZero();
  }

  private static String scenario(String step) {
    return "Feature: a\n  Scenario: b\n    " + step + "\n";
  }

  private String refusal(String feature) throws IOException {
    var file = Files.writeString(folder.resolve("x.feature"), feature);
    var said = podproof("run", "--dry-run", file.toString());
    then(said.exitCode()).isEqualTo(2);
    return said.error().replace(file.toString(), "FILE").replaceFirst("^podproof: ", "");
  }
}
