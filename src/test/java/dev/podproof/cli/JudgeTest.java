package dev.podproof.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Judges what a real cluster showed of a pod that waits for a Service without endpoints, as
 * "podproof run --report-dir" kept it; what is for people alone was left out.
 */
class JudgeTest {
  private static final Path BUNDLE = Path.of("src/test/resources/bundles/no-endpoints");

  @TempDir Path folder;

  private record Said(int exitCode, String output, String error) {}

  private static Said podproof(String... arguments) {
    var out = new StringWriter();
    var error = new StringWriter();
    var code =
        Podproof.run(arguments, new PrintWriter(out, true), new PrintWriter(error, true), Map.of());
    return new Said(code, out.toString(), error.toString());
  }

  private Path copy() throws IOException {
    FileUtils.copyDirectory(BUNDLE.toFile(), folder.toFile());
    return folder;
  }

  private Path changed(String file, String from, String to) throws IOException {
    var text = Files.readString(copy().resolve(file));
    then(text).contains(from);
    return Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  private Path feature(String steps) throws IOException {
    return Files.writeString(
        folder.resolve("other.feature"),
        "Feature: f\n  Scenario: A Service has no endpoints, and one pod nearly matches\n" + steps);
  }

  @Test
  void the_message_is_that_of_the_run() {
    then(podproof("judge", BUNDLE.toString()))
        .isEqualTo(
            new Said(
                1,
                """

                A Service has no endpoints, and one pod nearly matches  src/test/resources/explanations/dependencies.feature:29
                   +1.42s  ok        When I apply:
                   +9.58s  FAILED    Then container "wait" of pod "web" completes within 8s

                FAILED  A Service has no endpoints, and one pod nearly matches  src/test/resources/explanations/dependencies.feature:50
                expected  container wait of pod web completes within 8.0s
                but       it had not completed; it was running at +9.10s
                blocked   app  waits for  init container wait (1 of 1), running for 6.8s
                          wait  last said  "waiting for db"  (at +8.55s, 7 times)
                          my-database:5432  resolves to 10.43.166.151, has no ready endpoints (no ready pod matches app=my-database; pod db has app=my-databse)
                timeline  +1.10s apply Service my-database, Pod db, Pod web | +2.50s wait started | +9.27s judged
                next      start a pod labelled app=my-database, or let the scenario: When dependency "my-database" on port 5432 accepts connections
                rerun     podproof run src/test/resources/explanations/dependencies.feature:29
                """,
                ""));
  }

  @Test
  void the_verdict_comes_from_the_history_and_not_from_the_record() throws IOException {
    changed("scenario.json", "it had not completed", "it had never been heard of");

    then(podproof("judge", folder.toString()).output())
        .contains("but       it had not completed; it was running at +9.10s");
  }

  @Test
  void another_demand_is_judged_as_far_as_the_recording_goes() throws IOException {
    var feature =
        feature(
            """
                When I apply:
                  \"""
                  apiVersion: v1
                  kind: Pod
                  metadata: {name: web}
                  spec: {initContainers: [{name: wait}], containers: [{name: app}]}
                  \"""
                Then container "wait" of pod "web" starts within 5s
                And container "app" of pod "web" has never started
                And container "wait" of pod "web" stays running for 60s
            """);

    var said = podproof("judge", BUNDLE.toString(), feature.toString());

    then(said.exitCode()).as(said.toString()).isEqualTo(3);
    then(said.output().lines().toList().subList(2, 6))
        .containsExactly(
            "   +1.42s  ok        When I apply:",
            "   +2.75s  ok        Then container \"wait\" of pod \"web\" starts within 5s  (container wait of pod web started at +2.50s (runtime))",
            "   +9.53s  ok        And container \"app\" of pod \"web\" has never started  (nothing of the kind up to +2.50s (runtime))",
            "   +9.55s  undecided And container \"wait\" of pod \"web\" stays running for 60s");
    then(said.output())
        .contains(
            "but       it cannot be told: the recording ends at +9.29s, before this is decided: so far without a break\n");
  }

  @Test
  void what_the_run_did_not_do_is_refused() throws IOException {
    var feature =
        feature("    When I delete pod \"web\"\n    Then container \"app\" has never started\n");

    var said = podproof("judge", BUNDLE.toString(), feature.toString());

    then(said.exitCode()).isEqualTo(2);
    then(said.output())
        .contains(
            """
            the recorded run did not do this: delete pod web
              what it did cannot be changed; run the scenario on a cluster
            """);
  }

  @Test
  void a_feature_without_the_scenario() throws IOException {
    var feature =
        Files.writeString(
            folder.resolve("other.feature"), "Feature: f\n  Scenario: another\n    Given x\n");

    then(podproof("judge", BUNDLE.toString(), feature.toString()))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: no scenario is selected in "
                    + feature
                    + "\n  look at --tags, --name and the line numbers\n"));
  }

  @Test
  void a_folder_that_is_no_bundle() {
    then(podproof("judge", folder.toString()))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: there is no "
                    + folder.resolve("scenario.json")
                    + " that can be read\n  name the folder of one scenario, as a run with --report-dir DIR writes it below DIR/evidence\n"));
  }

  @Test
  void a_bundle_of_a_newer_version() throws IOException {
    var file = changed("history.json", "\"version\": 1", "\"version\": 2");

    then(podproof("judge", folder.toString()))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: "
                    + file
                    + " is of version 2; this Podproof reads up to version 1\n"
                    + "  use the version of Podproof that wrote it, or a newer one\n"));
  }

  @Test
  void a_bundle_that_was_cut_off() throws IOException {
    copy();
    var file = folder.resolve("history.json");
    Files.writeString(file, Files.readString(file).substring(0, 3000));

    then(podproof("timeline", folder.toString()))
        .satisfies(said -> then(said.exitCode()).isEqualTo(2))
        .extracting(Said::error)
        .asString()
        .startsWith("podproof: " + file + " is damaged at line ")
        .endsWith("\n  take it from the run again; nothing was judged\n")
        .hasLineCount(2);
  }

  @Test
  void a_bundle_with_a_moment_that_is_none() throws IOException {
    var file = changed("scenario.json", "PT1.416278458S", "soon");

    then(podproof("judge", folder.toString()))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: "
                    + file
                    + " is damaged at steps[0].at: Cannot deserialize value of type `java.time.Duration` from String \"soon\": Failed to deserialize java.time.Duration: (java.time.format.DateTimeParseException) Text cannot be parsed to a Duration\n"
                    + "  take it from the run again; nothing was judged\n"));
  }

  @Test
  void a_bundle_that_lacks_a_field() throws IOException {
    var file = changed("history.json", "\"began\":", "\"begun\":");

    then(podproof("judge", folder.toString()).error())
        .startsWith("podproof: " + file + " is damaged at began: Missing ");
  }

  @Test
  void a_feature_of_which_a_step_is_gone_or_all_of_it() throws IOException {
    copy();
    var file = folder.resolve("scenario.feature");
    var text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf("    Then container")));

    then(podproof("judge", folder.toString()))
        .isEqualTo(
            new Said(
                2,
                "",
                "podproof: "
                    + file
                    + " is damaged: the scenario at line 29 has 1 steps, and 2 were run\n"
                    + "  take it from the run again; nothing was judged\n"));

    Files.writeString(file, "");
    then(podproof("judge", folder.toString()))
        .extracting(Said::exitCode, Said::output)
        .containsExactly(2, "");
    Files.writeString(file, "no feature");
    then(podproof("judge", folder.toString()))
        .extracting(Said::exitCode, Said::output)
        .containsExactly(2, "");
  }

  @Test
  void files_of_a_bundle_that_are_empty_a_folder_or_no_text() throws IOException {
    copy();
    var file = folder.resolve("history.json");

    Files.writeString(file, "");
    then(podproof("judge", folder.toString()).error())
        .isEqualTo(
            "podproof: "
                + file
                + " is damaged: it is empty\n  take it from the run again; nothing was judged\n");
    Files.write(file, new byte[] {(byte) 0xff, 0, 1});
    then(podproof("judge", folder.toString()).error())
        .isEqualTo(
            "podproof: "
                + file
                + " is damaged: it is no text in UTF-8\n  take it from the run again; nothing was judged\n");
    Files.delete(file);
    Files.createDirectory(file);
    then(podproof("judge", folder.toString()).error())
        .startsWith("podproof: " + file + " cannot be read: ");
  }

  @Test
  void an_observation_that_is_null_or_cannot_be() throws IOException {
    var file = changed("history.json", "\"observations\": [", "\"observations\": [ null,");

    then(podproof("judge", folder.toString()))
        .satisfies(said -> then(said.exitCode()).isEqualTo(2))
        .extracting(Said::error)
        .asString()
        .startsWith("podproof: " + file + " is damaged at observations");
  }

  @Test
  void the_timeline_is_drawn() {
    then(podproof("timeline", BUNDLE.toString()).output())
        .isEqualTo(
            """

                                    0s                                                                  +9.33s
            steps                   11111111122222222222222222222222222222222222222222222222222222222222222222
            harness                         a
            pod db
              app     db                    ..........R=======================================================
            pod web
              init    wait                   ..........=======================================================
              app     app                    .................................................................
              a  +1.10s  apply Service my-database, Pod db, Pod web
              . waiting  = running  - terminated  ? within here  R ready  x failed exit  1 2 3 steps
            """);
  }
}
