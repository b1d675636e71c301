package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.cli.Podproof;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs scenarios that fail in many ways; their evidence says the same of them, to the letter. */
class JudgeIT {
  private static final String FEATURE = "src/test/resources/judge/red.feature";

  @TempDir private static Path folder;
  private static Launched run = new Launched(-1, "");

  private static synchronized Launched run() throws IOException, InterruptedException {
    if (run.exitCode() < 0) {
      run =
          Launched.podproof(
              "run", FEATURE, "--report-dir", folder.toString(), "--evidence", "all", "--timeline");
    }
    return run;
  }

  private static List<Path> bundles() throws Exception {
    run();
    try (var bundles = Files.list(folder.resolve("evidence"))) {
      return bundles.sorted().toList();
    }
  }

  @Test
  void every_scenario_but_the_last_is_red() throws Exception {
    then(run().exitCode()).as(run().output()).isEqualTo(1);
    then(run().output()).contains("13 scenarios: 11 violated, 1 unusable, 1 satisfied");
    then(bundles()).hasSize(13);
  }

  @TestFactory
  Stream<DynamicTest> judged_again_each_is_told_in_the_words_of_the_run() throws Exception {
    return bundles().stream()
        .map(
            bundle ->
                DynamicTest.dynamicTest(
                    bundle.getFileName().toString(), () -> saysTheSame("judge", bundle)));
  }

  @TestFactory
  Stream<DynamicTest> drawn_again_each_is_as_in_the_run() throws Exception {
    return bundles().stream()
        .map(
            bundle ->
                DynamicTest.dynamicTest(
                    bundle.getFileName().toString(), () -> saysTheSame("timeline", bundle)));
  }

  private static void saysTheSame(String command, Path bundle) throws Exception {
    var said = new StringWriter();
    var out = new PrintWriter(said, true);
    Podproof.run(new String[] {command, bundle.toString()}, out, out, Map.of());

    then(said.toString()).isNotBlank();
    then(run().output()).contains(said.toString());
  }
}
