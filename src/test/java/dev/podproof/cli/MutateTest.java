package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.mutation.operator.Operators;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** podproof mutate, as far as it goes without a cluster. */
class MutateTest {
  private static final String WAITS = "features/webapp/wait-for-database.feature";

  @TempDir Path folder;

  @Test
  void a_dry_run_lists_the_mutants_of_files_and_of_steps() {
    var said = said(0, WAITS, "--dry-run", "--only", "command-to-true,change-exit-code");

    then(said)
        .isEqualTo(
            """
            manifests/webapp-with-init.yaml:9  command-to-true  changes the command of init container wait-for-db to true
            manifests/my-database.yaml:22  command-to-true  changes the command of container postgres to true
            features/webapp/wait-for-database.feature:56  command-to-true  changes the command of init container wait-for-db to true
            features/webapp/wait-for-database.feature:56  change-exit-code  changes "exit 1" to exit 0 in the command of init container wait-for-db

            4 mutants of 3 manifests, for 5 scenarios; nothing was started
            """);
  }

  @Test
  void a_sample_says_of_how_many_it_is() {
    then(said(0, WAITS, "--dry-run", "--sample=2", "--seed=3"))
        .isEqualTo(said(0, WAITS, "--dry-run", "--sample=2", "--seed=3"))
        .containsPattern("\\n2 of \\d\\d mutants of 3 manifests");
  }

  @Test
  void programs_are_told_the_change_and_the_scenarios() throws Exception {
    var json = said(0, WAITS + ":44", "--dry-run", "--only=change-exit-code", "--format=json");

    var mutant = new JsonMapper().readTree(json).path("mutants").path(0);
    then(mutant.path("operator").asText()).isEqualTo("change-exit-code");
    then(mutant.path("line").asInt()).isEqualTo(56);
    then(mutant.path("diff").asText())
        .contains(
            "\n-      command: ['sh', '-c', 'nc -z my-database 5432 || { echo no database; exit 1; }']\n")
        .contains(
            "\n+      command: ['sh', '-c', 'nc -z my-database 5432 || { echo no database; exit 0; }']\n");
    then(mutant.path("scenarios").path(0).asText()).startsWith(WAITS + ":4");
  }

  @Test
  void a_manifest_may_begin_with_the_mark_of_UTF_16() throws Exception {
    var pod =
        "\uFEFFapiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n    - {name: web, image: busybox}\n";
    Files.writeString(folder.resolve("web.yaml"), pod, StandardCharsets.UTF_16LE);
    var feature =
        Files.writeString(
            folder.resolve("web.feature"),
            "Feature: a\n  Scenario: b\n    When I apply \"web.yaml\"\n    Then the pod is ready\n");

    then(said(0, feature.toString(), "--dry-run", "--only=change-image"))
        .contains("web.yaml:6  change-image  changes the image of container web");
  }

  @Test
  void its_help_is_in_whole_lines() {
    then(said(0, "--help"))
        .contains("      --only=OPERATOR,...    Only changes of these kinds")
        .contains("3 that hangs on what is undecided");
  }

  @Test
  void the_kinds_of_change_are_listed() {
    then(said(0, "--operators").lines()).hasSameSizeAs(Operators.ALL);
  }

  @Test
  void an_unknown_kind_is_refused_with_one_like_it() {
    then(said(2, WAITS, "--only", "drop-traps", "--dry-run"))
        .contains(
            "--only names drop-traps, which is no operator; near it: drop-trap",
            "podproof mutate --operators lists them");
  }

  @Test
  void kinds_may_stand_apart_but_not_be_left_out() {
    then(said(0, WAITS, "--only", "change-image, change-exit-code", "--dry-run"))
        .contains("change-image", "change-exit-code");
    then(said(2, WAITS, "--only", "change-image,,change-exit-code", "--dry-run"))
        .contains(
            "--only names nothing in one place", "podproof mutate --operators lists what it takes");
  }

  @Test
  void figures_that_mean_nothing_are_refused() {
    then(said(2, WAITS, "--fail-under=101"))
        .contains("--fail-under is 101; expected a percentage, such as 80");
    then(said(2, WAITS, "--sample=0"))
        .contains("--sample is 0; expected a number of mutants, such as 20");
  }

  @Test
  void features_without_a_manifest_or_a_place_are_refused() throws Exception {
    var feature = folder.resolve("none.feature");
    Files.writeString(feature, "Feature: f\n  Scenario: s\n    Given Kubernetes 1.30 or newer\n");

    then(said(2, feature.toString())).contains("applies a manifest, so there is nothing to mutate");
    then(said(2, WAITS, "--only=drop-pre-stop"))
        .contains("none of the manifests has a place for drop-pre-stop");
    then(said(2, "--dry-run")).contains("mutate needs a feature");
  }

  private static String said(int code, String... arguments) {
    var said = new StringWriter();
    var out = new PrintWriter(said, true);
    var line = new String[arguments.length + 1];
    line[0] = "mutate";
    System.arraycopy(arguments, 0, line, 1, arguments.length);

    then(Podproof.run(line, out, out, Map.of())).as(said.toString()).isEqualTo(code);
    return said.toString();
  }
}
