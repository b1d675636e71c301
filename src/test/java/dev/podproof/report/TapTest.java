package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.ScenarioResult.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class TapTest {
  private static String tap(String name, Outcome outcome, String because) {
    var step = new StepResult("Then so", 5, outcome, Duration.ofMillis(1234), because);
    var scenario =
        new ScenarioResult(
            new Place("f", name, "a.feature", 3), List.of(), List.of(step), Duration.ofSeconds(2));
    return Tap.text(
        new RunResult(
            Instant.parse("2026-01-01T00:00:00Z"),
            Duration.ofSeconds(3),
            "a cluster",
            new RunResult.Requests(7, 2),
            List.of(scenario)));
  }

  @Test
  void a_satisfied_scenario_is_ok_and_a_skipped_one_says_why() {
    then(tap("fine # SKIP \\ not", Outcome.SATISFIED, ""))
        .isEqualTo("TAP version 14\n1..1\nok 1 - a.feature:3 fine \\# SKIP \\\\ not\n");
    then(tap("a", Outcome.SKIPPED, "no\nnode"))
        .isEqualTo("TAP version 14\n1..1\nok 1 - a.feature:3 a # SKIP no node\n");
  }

  @Test
  void one_that_was_not_satisfied_is_not_ok_and_explains_itself_in_YAML() {
    then(tap("bad", Outcome.VIOLATED, "expected  x\n...\nok 2 \u0000\u001b[0m\uD800 \"q\" \u2028"))
        .isEqualTo(
            """
            TAP version 14
            1..1
            not ok 1 - a.feature:3 bad
              ---
              "outcome": "violated"
              "step": "Then so"
              "at": "a.feature:5"
              "message": "FAILED  bad  a.feature:5\\nexpected  x\\n...\\nok 2 \uFFFD\uFFFD[0m\uFFFD \\"q\\" \uFFFD\\nrerun     podproof run a.feature:3"
              ...
            """);
  }

  @Test
  void its_YAML_can_be_read_back() {
    var text = tap("bad", Outcome.VIOLATED, "a: b\n- #c");
    var yaml = text.substring(text.indexOf("---\n") + 4, text.indexOf("  ...\n"));

    then(new Load(LoadSettings.builder().build()).loadFromString(yaml))
        .extracting("message")
        .isEqualTo("FAILED  bad  a.feature:5\na: b\n- #c\nrerun     podproof run a.feature:3");
  }
}
