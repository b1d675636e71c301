package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.podproof.explanation.KnownCauses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.assertj.core.api.BDDSoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each broken pod goes red on a real cluster, and the failure names its cause. What was said, for
 * src/test/resources/explanations/ and from there for the table in docs/explanations.md, lies in
 * target/. Runs with -Pfull.
 */
@Tag("full")
class ExplanationsIT {
  private static final Path REPORTS = Path.of("target/reports/explanations");

  @Test
  void every_cause_is_named() throws Exception {
    var expected = KnownCauses.said();
    var run =
        Launched.podproof(
            "run",
            "src/test/resources/explanations",
            "src/test/resources/broken",
            "--parallel=6",
            "--allow-cluster-scoped",
            "--report-dir=" + REPORTS);
    var results = new JsonMapper().readTree(REPORTS.resolve("results.json").toFile());
    var said = explanations(results);
    Files.writeString(
        Path.of("target/said.json"), KnownCauses.kept(results.path("cluster").asText(), said));

    then(run.exitCode()).as(run.output()).isEqualTo(1);
    then(said.keySet()).isEqualTo(expected.keySet());
    BDDSoftAssertions.thenSoftly(
        softly -> {
          expected.forEach(
              (scenario, cause) ->
                  softly
                      .then(said.get(scenario))
                      .as(scenario)
                      .contains(cause)
                      .contains("expected  ", "but  ", "blocked  ", "timeline  ", "next  "));
          KnownCauses.all().stream()
              .filter(KnownCauses.KnownCause::isProduced)
              .forEach(
                  cause ->
                      softly
                          .then(KnownCauses.firstLines(said.get(cause.scenario())))
                          .as(cause.cause())
                          .anyMatch(line -> line.contains(cause.blocker())));
        });
  }

  /** What is said of each scenario that was violated, by its name. */
  private static Map<String, String> explanations(JsonNode results) {
    var said = new TreeMap<String, String>();
    for (var scenario : results.path("scenarios")) {
      StreamSupport.stream(scenario.path("steps").spliterator(), false)
          .filter(step -> step.path("outcome").asText().equals("violated"))
          .findFirst()
          .ifPresent(
              step -> said.put(scenario.path("name").asText(), step.path("because").asText()));
    }
    return said;
  }
}
