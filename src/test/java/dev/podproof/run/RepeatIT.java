package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.archive.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pod that fails in every other namespace, run several times on a cluster. */
class RepeatIT {
  private static final String FEATURE = "src/test/resources/repetition/every-other.feature";

  @TempDir private Path folder;

  private JsonNode results() throws IOException {
    var text = Files.readString(folder.resolve("results.json"));
    then(Schemas.problems("results", text)).isEmpty();
    return new JsonMapper().readTree(text);
  }

  @Test
  void repetitions_run_side_by_side_and_are_told_as_one() throws Exception {
    var run =
        Launched.podproof(
            "run",
            FEATURE,
            "--tags",
            "@flaky",
            "--repeat-count",
            "4",
            "--parallel",
            "4",
            "--report-dir",
            folder.toString());

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output())
        .contains("REPEATED  The pod completes  " + FEATURE + ":5: 2 of 4 satisfied, 2 not\n")
        .contains("steps     100%    4 of 4    When I apply:\n")
        .contains("           50%    2 of 4    Then container \"app\" completes\n")
        .contains("          100%    2 of 2    And the pod is Succeeded\n")
        .containsPattern(
            " {3,}\\+\\d+\\.\\d\\ds +\\+\\d+\\.\\d\\ds +\\+\\d+\\.\\d\\ds  container app of pod moody starts")
        .contains(
            "differs   container app of pod moody exits, which parts all 2 that were satisfied from all 2 that were not\n")
        .containsPattern("in repetition \\d \\(not satisfied\\)  exited 3 at \\+\\d")
        .containsPattern("in repetition \\d \\(satisfied\\)  exited 0 at \\+\\d")
        .contains("log       container app of pod moody, line 2\n")
        .contains("(not satisfied)  \"bad\"\n")
        .contains("(satisfied)  \"good\"\n");

    var repeated = results().at("/repeated/0");
    then(repeated.at("/satisfied").asInt()).isEqualTo(2);
    then(repeated.at("/parting/first/always").asBoolean()).isTrue();
    then(results().at("/scenarios")).hasSize(4);
    then(Files.readString(folder.resolve("junit.xml")))
        .contains("tests=\"4\" failures=\"2\"")
        .contains("name=\"The pod completes (repetition 4 of 4)\"");
    then(Files.readString(folder.resolve("rerun.txt"))).isEqualTo(FEATURE + ":5\n");
    try (var kept = Files.list(folder.resolve("evidence"))) {
      then(kept).hasSize(2).allMatch(one -> one.toString().matches(".*-5-repetition-\\d"));
    }
  }

  @Test
  void what_is_run_again_is_repeated_and_stops_when_it_is_told_to() throws Exception {
    var list = Files.writeString(folder.resolve("list.txt"), FEATURE + ":5\n");

    var run =
        Launched.podproof(
            "run",
            "--rerun",
            list.toString(),
            "--name",
            "completes",
            "--repeat-count",
            "3",
            "--fail-fast",
            "--parallel",
            "1");

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(run.output())
        .contains(": 1 of 3 satisfied, 1 not, 1 skipped\n")
        .contains("The pod completes (repetition 3 of 3)  " + FEATURE + ":5\n")
        .contains("--fail-fast, and " + FEATURE + ":5 was not satisfied");
  }
}
