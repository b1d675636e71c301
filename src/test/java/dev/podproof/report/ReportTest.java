package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.build.BuildLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Place PLACE = new Place("Databases", "It waits", "features/a.feature", 3);

  private static ScenarioResult scenario(Outcome outcome, String because) {
    return new ScenarioResult(
        PLACE,
        List.of("@slow"),
        List.of(new StepResult("Then it is so", 5, outcome, Duration.ofMillis(1234), because)),
        Duration.ofSeconds(2));
  }

  private static RunResult run(ScenarioResult... scenarios) {
    return new RunResult(
        Instant.parse("2026-01-01T00:00:00Z"),
        Duration.ofSeconds(3),
        "a cluster",
        new RunResult.Requests(7, 2),
        List.of(scenarios));
  }

  @Test
  void a_lost_cluster_outweighs_a_violation_and_that_an_undecided_step() {
    var undecided = scenario(Outcome.UNDECIDED, "");
    var violated = scenario(Outcome.VIOLATED, "");

    then(run(scenario(Outcome.SATISFIED, "")).exitCode(false)).isZero();
    then(run(undecided).exitCode(false)).isEqualTo(3);
    then(run(undecided, violated).exitCode(false)).isEqualTo(1);
    then(run(undecided, violated, scenario(Outcome.INFRASTRUCTURE, "")).exitCode(false))
        .isEqualTo(4);
  }

  @Test
  void a_run_that_skipped_everything_is_green_unless_it_must_not_be() {
    then(run(scenario(Outcome.SKIPPED, "why")).exitCode(false)).isZero();
    then(run(scenario(Outcome.SKIPPED, "why")).exitCode(true)).isEqualTo(3);
  }

  @Test
  void a_violation_is_a_failure_in_JUnit_XML() {
    then(JUnitXml.text(run(scenario(Outcome.VIOLATED, "expected  x\nbut       y"))))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuite name=\"podproof\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\" time=\"3.000\" timestamp=\"2026-01-01T00:00:00Z\">"
                + "<testcase classname=\"Databases\" name=\"It waits\" time=\"2.000\">"
                + "<failure message=\"Then it is so: expected  x\" type=\"violated\">FAILED  It waits  features/a.feature:5\nexpected  x\nbut       y\nrerun     podproof run features/a.feature:3</failure>"
                + "</testcase></testsuite>\n");
  }

  @Test
  void undecided_lost_and_refused_are_errors_and_skipped_is_skipped() {
    then(JUnitXml.text(run(scenario(Outcome.UNDECIDED, "a gap"))))
        .contains("<error message=\"Then it is so: a gap\" type=\"undecided\">");
    then(JUnitXml.text(run(scenario(Outcome.INFRASTRUCTURE, "lost"))))
        .contains("<error")
        .contains("errors=\"1\"");
    then(JUnitXml.text(run(scenario(Outcome.UNUSABLE, "no")))).contains("<error");
    then(JUnitXml.text(run(scenario(Outcome.SKIPPED, "no node"))))
        .contains("type=\"skipped\">no node</skipped>");
  }

  @Test
  void characters_that_XML_does_not_have_are_replaced() {
    then(JUnitXml.valid("a\u0000b\u001b[0m\uD800c\n")).isEqualTo("a\uFFFDb\uFFFD[0m\uFFFDc\n");
  }

  @Test
  void the_console_tells_a_step_a_line_and_explains_what_failed() {
    var lines = new ArrayList<String>();
    var console = new ConsoleReport(lines::add);
    var failed = scenario(Outcome.VIOLATED, "expected  x\nbut       y");

    console.begins(PLACE);
    console.decided(failed.steps().get(0));
    console.ended(failed);
    console.summary(run(failed));

    then(lines)
        .containsExactly(
            "",
            "It waits  features/a.feature:3",
            "   +1.23s  FAILED    Then it is so",
            "",
            "FAILED  It waits  features/a.feature:5\nexpected  x\nbut       y\nrerun     podproof run features/a.feature:3",
            "",
            "1 scenario: 1 violated  in 3.00s");
  }

  @Test
  void a_quiet_run_tells_only_what_was_not_satisfied_and_the_summary() {
    var lines = new ArrayList<String>();
    var console = new ConsoleReport(Screen.plain(lines::add), true, BuildLog.NONE);
    var failed = scenario(Outcome.VIOLATED, "expected  x\nbut       y");

    console.tell("cluster", "a node");
    for (var scenario : List.of(scenario(Outcome.SATISFIED, ""), failed)) {
      var told = console.ofScenario(false);
      told.begins(PLACE);
      scenario.steps().forEach(told::decided);
      told.ended(scenario);
      told.release(scenario);
    }
    console.summary(run(failed));

    then(String.join("\n", lines))
        .isEqualTo(
            """

            It waits  features/a.feature:3
               +1.23s  FAILED    Then it is so

            FAILED  It waits  features/a.feature:5
            expected  x
            but       y
            rerun     podproof run features/a.feature:3

            1 scenario: 1 violated  in 3.00s""");
  }
}
