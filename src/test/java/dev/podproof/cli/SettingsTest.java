package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.podproof.archive.Schemas;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every setting by flag, by variable and in podproof.yaml; each value with its origin. */
class SettingsTest {
  @TempDir Path folder;

  private record Said(int exitCode, String out, String error) {}

  @Test
  void a_flag_goes_before_a_variable_that_before_the_file_and_that_before_the_default()
      throws IOException {
    then(origin(Map.of(), "budget", "run")).isEqualTo("60 default");

    file("# ours\nbudget: 30\n");
    then(origin(Map.of(), "budget", "run")).isEqualTo("30 FOLDER/podproof.yaml:2");

    var variable = Map.of("PODPROOF_BUDGET", "20");
    then(origin(variable, "budget", "run")).isEqualTo("20 PODPROOF_BUDGET");

    then(origin(variable, "budget", "run", "--budget", "10")).isEqualTo("10 --budget");
    then(origin(variable, "budget", "--budget=10")).isEqualTo("10 --budget");
  }

  @Test
  void an_empty_variable_and_an_empty_list_say_nothing() throws IOException {
    file("plugin: []\n");
    then(origin(Map.of(), "plugin", "run")).isEqualTo("- default");
    then(origin(Map.of("PODPROOF_BUDGET", ""), "budget", "run")).isEqualTo("60 default");
  }

  @Test
  void what_is_on_in_the_file_can_be_switched_off() throws IOException {
    file("patient: true\n");

    then(origin(Map.of(), "patient", "run")).isEqualTo("true FOLDER/podproof.yaml:1");
    then(origin(Map.of(), "patient", "run", "--patient=false")).isEqualTo("false --patient");
    then(origin(Map.of("PODPROOF_PATIENT", "false"), "patient", "run"))
        .isEqualTo("false PODPROOF_PATIENT");
  }

  @Test
  void a_key_of_a_command_goes_before_the_one_that_it_shares() throws IOException {
    file("namespace: shared\nkubeconfig: k\nexplain: {namespace: own}\n");

    then(origin(Map.of(), "explain.namespace", "explain", "web"))
        .isEqualTo("own FOLDER/podproof.yaml:3");
    then(origin(Map.of(), "namespace", "watch", "web")).isEqualTo("shared FOLDER/podproof.yaml:1");
    then(origin(Map.of("PODPROOF_EXPLAIN_NAMESPACE", "v"), "explain.namespace", "explain", "web"))
        .isEqualTo("v PODPROOF_EXPLAIN_NAMESPACE");
  }

  @Test
  void lists_and_maps() throws IOException {
    file(
        """
        features: [features/a, features/b]
        registry-mirror: http://one:5000
        namespace-map: {prod: scenario}
        """);

    then(origin(Map.of(), "features", "run"))
        .isEqualTo("FOLDER/features/a,FOLDER/features/b FOLDER/podproof.yaml:1");
    then(origin(Map.of(), "registry-mirror", "run"))
        .isEqualTo("http://one:5000 FOLDER/podproof.yaml:2");
    then(origin(Map.of(), "namespace-map", "run"))
        .isEqualTo("prod=scenario FOLDER/podproof.yaml:3");
    then(origin(Map.of("PODPROOF_FEATURES", "a,b"), "features", "run"))
        .isEqualTo("a,b PODPROOF_FEATURES");
    then(origin(Map.of(), "features", "run", "other.feature")).isEqualTo("other.feature argument");
  }

  @Test
  void paths_count_from_the_file_s_folder_and_others_stay_as_they_are() throws IOException {
    file("report-dir: out\ntags: out\n");

    then(origin(Map.of(), "report-dir", "run")).isEqualTo("FOLDER/out FOLDER/podproof.yaml:1");
    then(origin(Map.of(), "tags", "run")).isEqualTo("out FOLDER/podproof.yaml:2");
    then(origin(Map.of("PODPROOF_REPORT_DIR", "out"), "report-dir", "run"))
        .isEqualTo("out PODPROOF_REPORT_DIR");
  }

  @Test
  void without_a_word_the_features_are_in_the_folder_of_that_name() throws IOException {
    then(origin(Map.of(), "features", "run")).isEqualTo("- default");

    Files.createDirectories(folder.resolve("features"));
    then(origin(Map.of(), "features", "run")).isEqualTo("FOLDER/features default");
  }

  @Test
  void keys_that_nothing_is_called_by_are_refused_with_what_may_be_meant() throws IOException {
    file("clustre: node\nfail-on: error\nlint: {formt: json, ignore: [{rul: x}]}\nrun: {}\n");

    var said = podproof(Map.of(), "run", "features");

    then(said)
        .isEqualTo(
            new Said(
                2,
                "",
                """
                podproof: FOLDER/podproof.yaml:1:1: there is no setting clustre; near it: cluster
                FOLDER/podproof.yaml:2:1: there is no setting fail-on; it belongs below lint
                FOLDER/podproof.yaml:3:8: there is no setting lint.formt; near it: format
                FOLDER/podproof.yaml:4:1: there is no setting run
                  podproof config lists what there is
                """));
  }

  @Test
  void a_bad_value_is_told_with_where_it_came_from() throws IOException {
    file("cluster: minikube\n");
    then(podproof(Map.of(), "run", "features").error())
        .isEqualTo(
            """
            podproof: Invalid value for option '--cluster': expected one of [AUTO, K3S, NODE, EXISTING] (case-insensitive) but was 'minikube'
              --cluster comes from FOLDER/podproof.yaml:1
            """);

    file("budget: -3\n");
    then(podproof(Map.of(), "run", "features/webapp", "--dry-run").error())
        .isEqualTo(
            """
            podproof: --budget is -3; expected a number of seconds above zero, such as 60
              --budget comes from FOLDER/podproof.yaml:1
            """);

    file("tags: '@a and and'\n");
    then(podproof(Map.of(), "run", "features/webapp", "--dry-run").error())
        .startsWith("podproof: --tags is \"@a and and\": ")
        .endsWith("  --tags comes from FOLDER/podproof.yaml:1\n");
    file("name: '['\n");
    then(podproof(Map.of(), "run", "features/webapp", "--dry-run").error())
        .isEqualTo(
            """
            podproof: --name is "[": Unclosed character class near index 0
              expected a regular expression, such as "waits for"
              --name comes from FOLDER/podproof.yaml:1
            """);

    file("features: [nowhere]\n");
    then(podproof(Map.of(), "run", "--dry-run").error())
        .startsWith("podproof: there is no feature FOLDER/nowhere")
        .endsWith("  FEATURE comes from FOLDER/podproof.yaml:1\n");
    then(podproof(Map.of("PODPROOF_PARALLEL", "many"), "run", "features").error())
        .isEqualTo(
            """
            podproof: Invalid value for option '--parallel': 'many' is no whole number
              --parallel comes from PODPROOF_PARALLEL
            """);
    then(podproof(Map.of("PODPROOF_PARALLEL", "4"), "run", "features", "--parallel", "many")
            .error())
        .endsWith("'many' is no whole number\n  podproof run --help lists what it takes\n");
  }

  @Test
  void a_value_of_another_shape_is_refused_with_its_place() throws IOException {
    file("budget: [1, 2]\n");
    then(podproof(Map.of(), "run", "features").error())
        .isEqualTo(
            "podproof: FOLDER/podproof.yaml:1:1: budget takes one value\n"
                + "  write one as budget: VALUE, or take the line out\n");

    file("tags:\n");
    then(podproof(Map.of(), "run", "features").error())
        .isEqualTo(
            "podproof: FOLDER/podproof.yaml:1:1: tags has no value\n"
                + "  write one as tags: VALUE, or take the line out\n");
  }

  @Test
  void what_the_file_says_for_another_kind_of_cluster_is_left_aside() throws IOException {
    file("cluster: existing\nkubeconfig: k\nkubernetes: 1.36\nk3s-image: x\nevidence: all\n");

    for (var kind : List.of("existing", "node", "k3s", "auto")) {
      then(podproof(Map.of(), "run", "features/webapp", "--dry-run", "--cluster", kind).error())
          .isEmpty();
    }
    then(podproof(Map.of(), "run", "features/webapp", "--k3s-image", "y").error())
        .startsWith("podproof: --k3s-image means nothing here; it belongs to --cluster k3s\n");
  }

  @Test
  void help_and_commands_without_settings_do_not_look_at_a_broken_file() throws IOException {
    file("clustre: node\n");

    for (var arguments :
        List.of(
            new String[] {"--version"}, new String[] {"run", "--help"},
            new String[] {"completion", "bash"},
                new String[] {"init", folder.resolve("new").toString()})) {
      then(podproof(Map.of(), arguments)).extracting(Said::exitCode).isEqualTo(0);
    }
  }

  @Test
  void lint_silences_what_the_file_ignores() throws IOException {
    Files.writeString(folder.resolve("pod.yaml"), POD_WITH_MUTABLE_TAG);
    var pod = folder.resolve("pod.yaml").toString();
    then(podproof(Map.of(), "lint", pod, "--fail-on", "info").exitCode()).isEqualTo(1);

    file("lint: {fail-on: info, ignore: [{rule: mutable-tag, at: Pod/web, reason: a test}]}\n");
    then(podproof(Map.of(), "lint", pod).exitCode()).isZero();
  }

  private static final String POD_WITH_MUTABLE_TAG =
      "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: app, image: app:latest, imagePullPolicy: IfNotPresent}]}}\n";

  @Test
  void config_names_variables_that_are_no_settings() {
    then(podproof(Map.of("PODPROOF_CLUSTR", "x", "PODPROOF_HOME", "/h"), "config").error())
        .isEqualTo("podproof: PODPROOF_CLUSTR is no setting; near it: PODPROOF_CLUSTER\n");
  }

  @Test
  void config_tells_what_is_declared_and_answers_in_json() throws IOException {
    file(
        """
        stand-ins: {app: exits with code 3 after 2s}
        dependencies: {"db:5432": has no endpoints}
        lint: {ignore: [{rule: mutable-tag, reason: because}]}
        """);

    then(podproof(Map.of(), "config").out().lines().map(line -> line.replaceAll(" {2,}", "|")))
        .contains(
            "stand-ins.app:latest|exits with code 3 after 2s|FOLDER/podproof.yaml:1",
            "dependencies.db:5432|has no endpoints|FOLDER/podproof.yaml:2",
            "lint.ignore|mutable-tag|FOLDER/podproof.yaml:3",
            "lint.fail-on|warning|default");
    var json = new ObjectMapper().readTree(podproof(Map.of(), "config", "--format", "json").out());
    then(json.get(1).toString())
        .isEqualTo("{\"name\":\"budget\",\"value\":\"60\",\"origin\":\"default\",\"at\":\"\"}");
  }

  @Test
  void the_published_schema_is_the_one_of_this_version() throws IOException {
    then(podproof(Map.of(), "config", "--schema").out())
        .as("write it anew: ./podproof config --schema > docs/schema/podproof.schema.json")
        .isEqualTo(Files.readString(Path.of("docs/schema/podproof.schema.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cluster: existing\nkubeconfig: k\n",
        "kubernetes: 1.36\nbudget: 30\npatient: true\n",
        "features: features\nplugin: [html:a.html, 'message:b']\nnamespace-map: {a: scenario}\n",
        "stand-ins: {app: serves HTTP on port 80}\ndependencies: {'db:1': answers with status 503}\n",
        "lint: {fail-on: error, ignore: [{rule: mutable-tag, at: Pod/web, reason: x}]}\n"
      })
  void what_the_schema_allows_is_taken(String text) throws IOException {
    file(text);

    then(Schemas.problems("podproof", asJson(text))).isEmpty();
    then(podproof(Map.of(), "config").error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clustre: existing\n",
        "cluster: minikube\n",
        "budget: soon\n",
        "patient: perhaps\n",
        "stand-ins: {app: is up}\n",
        "dependencies: {'db:1': is up}\n",
        "lint: {formt: json}\n",
        "lint: {ignore: [{rul: x}]}\n",
        "run: {budget: 3}\n"
      })
  void what_the_schema_refuses_is_refused(String text) throws IOException {
    file(text);

    then(Schemas.problems("podproof", asJson(text))).isNotEmpty();
    then(podproof(Map.of(), "config").exitCode()).isEqualTo(2);
  }

  @Test
  void completion_knows_the_commands_in_bash() throws IOException, InterruptedException {
    var script = folder.resolve("completion");
    Files.writeString(script, podproof(Map.of(), "completion", "bash").out());
    var shell =
        new ProcessBuilder(
                "bash",
                "-c",
                "source "
                    + script
                    + "; COMP_WORDS=(podproof run --clu); COMP_CWORD=2; _complete_podproof 2>/dev/null; echo \"${COMPREPLY[*]}\"")
            .redirectErrorStream(true)
            .start();

    then(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("--cluster\n");
    then(shell.waitFor()).isZero();
    then(podproof(Map.of(), "completion", "fish").error()).contains("expected one of [BASH, ZSH]");
  }

  private static String asJson(String yaml) throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(yaml).toString();
  }

  private void file(String text) throws IOException {
    Files.writeString(folder.resolve("podproof.yaml"), text);
  }

  /** Value and origin of a setting, as config tells them. */
  private String origin(Map<String, String> environment, String name, String... arguments) {
    var words = Stream.concat(Stream.of("config"), Stream.of(arguments)).toArray(String[]::new);
    return podproof(environment, words)
        .out()
        .lines()
        .map(line -> line.split(" +"))
        .filter(line -> line[0].equals(name))
        .map(line -> line[1] + " " + line[2])
        .findFirst()
        .orElse("");
  }

  private Said podproof(Map<String, String> environment, String... arguments) {
    var out = new StringWriter();
    var error = new StringWriter();
    var code =
        Podproof.run(
            arguments,
            new PrintWriter(out, true),
            new PrintWriter(error, true),
            environment,
            folder);
    return new Said(code, shown(out), shown(error));
  }

  private String shown(StringWriter text) {
    var here = Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath()).toString();
    return text.toString().replace(folder.toString(), "FOLDER").replace(here, "FOLDER");
  }
}
