package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.podproof.archive.Schemas;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines of what a real cluster showed, as "podproof run --evidence all" kept it. */
class BaselineTest {
  private static final Path BUNDLE = Path.of("src/test/resources/bundles/no-endpoints");

  @TempDir Path folder;
  private Path run;
  private Path baseline;

  private record Said(int exitCode, String out, String error) {}

  @BeforeEach
  void a_run_and_its_baseline() throws IOException {
    run = folder.resolve("run");
    FileUtils.copyDirectory(BUNDLE.toFile(), run.resolve("evidence/one").toFile());
    baseline = folder.resolve("baseline.yaml");
    then(podproof("baseline", "save", run.toString(), "-o", baseline.toString()))
        .isEqualTo(new Said(0, "", ""));
  }

  @Test
  void a_run_is_as_its_baseline() {
    then(podproof("baseline", "compare", baseline.toString(), run.toString()))
        .isEqualTo(new Said(0, "1 scenario compared: no difference beyond noise\n", ""));
    then(podproof("baseline", "compare", baseline.toString(), run.toString(), "--format", "json")
            .out())
        .contains("\"differences\" : [ ]");
  }

  @Test
  void nothing_that_the_cluster_makes_up_stands_in_it() throws IOException {
    then(Files.readString(baseline))
        .contains("what: web/wait started")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}|\\d+\\.\\d+\\.\\d+\\.\\d+|podproof-mwu");
    then(podproof("baseline", "save", run.toString()).out()).isEqualTo(Files.readString(baseline));
  }

  @Test
  void what_a_real_cluster_showed_is_as_the_published_schema_says() throws IOException {
    var saved = new YAMLMapper().readTree(baseline.toFile());

    then(Schemas.problems("baseline", saved.toString())).isEmpty();
  }

  @Test
  void what_is_different_is_told_in_words_and_as_json() throws IOException {
    var history = run.resolve("evidence/one/history.json");
    Files.writeString(
        history,
        Files.readString(history)
            .replace("\"name\": \"wait\"", "\"name\": \"hold\"")
            .replace("\"name\":\"wait\"", "\"name\":\"hold\"")
            .replace("\"container\": \"wait\"", "\"container\": \"hold\""));

    var compared = podproof("baseline", "compare", baseline.toString(), run.toString());

    then(compared.exitCode()).isEqualTo(1);
    then(compared.out())
        .startsWith(
            "src/test/resources/explanations/dependencies.feature: A Service has no endpoints, and one pod nearly matches\n")
        .contains("  went       web/wait: the init container is not there\n")
        .contains("  came       web/hold: the init container is new\n");
    var json =
        new ObjectMapper()
            .readTree(
                podproof(
                        "baseline",
                        "compare",
                        baseline.toString(),
                        run.toString(),
                        "--format",
                        "json")
                    .out());
    then(json.at("/0/differences/0/kind").asText()).isEqualTo("WENT");
    then(json.at("/0/differences/0/what").asText()).isEqualTo("web/wait");
    then(json.at("/0/scenario/number").asInt()).isEqualTo(1);
  }

  @Test
  void a_scenario_that_was_not_run_cannot_be_told_of() throws IOException {
    var scenario = run.resolve("evidence/one/scenario.json");
    Files.writeString(
        scenario, Files.readString(scenario).replace("and one pod nearly", "and no pod"));

    then(podproof("baseline", "compare", baseline.toString(), run.toString()))
        .isEqualTo(
            new Said(
                1,
                """
                src/test/resources/explanations/dependencies.feature: A Service has no endpoints, and no pod matches
                  came       the scenario: the baseline does not have it

                src/test/resources/explanations/dependencies.feature: A Service has no endpoints, and one pod nearly matches
                  undecided  the scenario: it was not run, or left no evidence

                2 scenarios compared: 1 came, 1 undecided
                """,
                ""));
    var larger = Files.readString(baseline) + "- {feature: z.feature, scenario: s, runs: 1}\n";
    FileUtils.copyDirectory(BUNDLE.toFile(), run.resolve("evidence/one").toFile());
    Files.writeString(baseline, larger);
    then(podproof("baseline", "compare", baseline.toString(), run.toString()).exitCode())
        .isEqualTo(3);
  }

  @Test
  void repetitions_are_runs_and_examples_of_an_outline_are_scenarios() throws IOException {
    var second = run.resolve("evidence/two/scenario.json");
    FileUtils.copyDirectory(BUNDLE.toFile(), run.resolve("evidence/two").toFile());
    var text = Files.readString(second);

    then(podproof("baseline", "save", run.toString()).out())
        .contains("runs: 2")
        .doesNotContain("number:");

    Files.writeString(second, text.replaceFirst("\"line\"\\s*:\\s*29", "\"line\": 31"));
    then(podproof("baseline", "save", run.toString()).out())
        .contains("runs: 1")
        .contains("number: 2");
  }

  @Test
  void misuse() throws IOException {
    var empty = Files.createDirectories(folder.resolve("empty"));
    then(podproof("baseline", "save", empty.toString()))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: FOLDER/empty holds no evidence of a scenario\n"
                    + "  run with --evidence all, so that it is kept of those that are satisfied as well\n"));
    then(podproof("baseline", "save", folder + "/none").error())
        .isEqualTo(
            "podproof: there is no folder FOLDER/none\n"
                + "  name one that a run made: podproof run --report-dir DIR --evidence all\n");
    then(podproof("baseline", "compare", folder + "/none.yaml", run.toString()).error())
        .startsWith("podproof: there is no baseline FOLDER/none.yaml\n");
    then(podproof("baseline").error())
        .isEqualTo(
            "podproof: baseline needs a command: save or compare\n"
                + "  podproof baseline --help lists what it takes\n");
    then(podproof("baseline", "save", run.toString(), "-o", folder + "/no/b.yaml"))
        .extracting(Said::exitCode, Said::error)
        .containsExactly(
            2,
            "podproof: the baseline cannot be written to FOLDER/no/b.yaml: FOLDER/no/b.yaml\n"
                + "  name a file that can be with --output\n");
    then(podproof("baseline", "save").exitCode()).isEqualTo(2);
  }

  private Said podproof(String... arguments) {
    var out = new StringWriter();
    var error = new StringWriter();
    var code =
        Podproof.run(
            arguments, new PrintWriter(out, true), new PrintWriter(error, true), Map.of(), folder);
    return new Said(code, shown(out), shown(error));
  }

  private String shown(StringWriter text) {
    return text.toString().replace(folder.toString(), "FOLDER");
  }
}
