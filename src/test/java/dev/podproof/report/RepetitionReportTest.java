package dev.podproof.report;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.archive.Schemas;
import dev.podproof.repetition.Difference;
import dev.podproof.repetition.Repetition;
import dev.podproof.repetition.Spread;
import dev.podproof.repetition.Statistics;
import dev.podproof.repetition.StepRate;
import dev.podproof.report.ScenarioResult.Place;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionReportTest {
  private static final Place PLACE = new Place("Dice", "They roll", "features/dice.feature", 3);

  private static final Statistics STATISTICS =
      new Statistics(
          4,
          2,
          1,
          List.of(
              new StepRate("When I apply:", 4, 3, 3),
              new StepRate("Then container \"app\" completes", 9, 2, 3),
              new StepRate("And it is over", 10, 0, 0)),
          List.of(
              spread("pod dice: PodScheduled is True", 3, 100, 999),
              spread("container app of pod dice exits", 2, 2000, 0)),
          Optional.of(
              new Statistics.Parting(
                  1,
                  2,
                  Optional.of(
                      new Difference(
                          "container app of pod dice exits",
                          Duration.ofSeconds(2),
                          "exited 0 at +2.00s",
                          "exited 1 at +2.00s")),
                  true,
                  Optional.of(
                      new Difference(
                          "container app of pod dice, line 1",
                          Duration.ZERO,
                          "\"rolled 6\"",
                          "\"rolled 1\"")))));

  private static Spread spread(String what, int seen, long from, long known) {
    return new Spread(
        what,
        seen,
        Duration.ofMillis(from),
        Duration.ofMillis(from + 250),
        Duration.ofMillis(from + 1000),
        Duration.ofMillis(known));
  }

  private static ScenarioResult repetition(int number, Outcome outcome) {
    return new ScenarioResult(
        PLACE.as(new Repetition(number, 4)),
        List.of(),
        List.of(new StepResult("Then so", 9, outcome, Duration.ofSeconds(1), "expected  x")),
        Duration.ofSeconds(2));
  }

  private static RunResult run() {
    return new RunResult(
        Instant.parse("2026-01-01T00:00:00Z"),
        Duration.ofSeconds(3),
        "a cluster",
        new RunResult.Requests(7, 2),
        List.of(repetition(1, Outcome.SATISFIED), repetition(2, Outcome.VIOLATED)),
        List.of(new Repeated(PLACE, STATISTICS)));
  }

  private static List<String> summary(RunResult run) {
    var lines = new ArrayList<String>();
    new ConsoleReport(lines::add).summary(run);
    return lines;
  }

  @Test
  void the_console_tells_rates_moments_and_where_two_part() {
    then(String.join("\n", summary(run())))
        .isEqualTo(
            """

            REPEATED  They roll  features/dice.feature:3: 2 of 4 satisfied, 1 not, 1 skipped
            steps     100%    3 of 3    When I apply:
                       67%    2 of 3    Then container "app" completes
                         -    0 of 0    And it is over
            moments       least    median      most  after the first action
                         +0.10s    +0.35s    +1.10s  pod dice: PodScheduled is True  (in 3 of 4)  (each known to 1.0s)
                         +2.00s    +2.25s    +3.00s  container app of pod dice exits  (in 2 of 4)
            differs   container app of pod dice exits, which parts all 2 that were satisfied from all 1 that were not
                      in repetition 2 (not satisfied)  exited 1 at +2.00s
                      in repetition 1 (satisfied)  exited 0 at +2.00s
            log       container app of pod dice, line 1
                      in repetition 2 (not satisfied)  "rolled 1"
                      in repetition 1 (satisfied)  "rolled 6"

            2 scenarios: 1 violated, 1 satisfied  in 3.00s""");
  }

  @Test
  void repetitions_that_differ_in_nothing_but_times_are_told_so() {
    var statistics =
        new Statistics(
            2,
            1,
            1,
            List.of(),
            List.of(),
            Optional.of(new Statistics.Parting(2, 1, Optional.empty(), false, Optional.empty())));

    then(RepetitionText.of(new Repeated(PLACE, statistics)))
        .containsExactly(
            "",
            "REPEATED  They roll  features/dice.feature:3: 1 of 2 satisfied, 1 not",
            "differs   nothing that was seen parts repetition 1 (not satisfied) from 2 (satisfied) but the times");
  }

  @Test
  void each_repetition_is_a_test_case_of_its_own_in_JUnit_XML() {
    then(JUnitXml.text(run()))
        .contains("name=\"They roll (repetition 1 of 4)\"")
        .contains("name=\"They roll (repetition 2 of 4)\"")
        .contains("rerun     podproof run features/dice.feature:3 --repeat-count 4</failure>");
  }

  @Test
  void results_json_is_as_its_schema_promises() throws IOException {
    then(Schemas.problems("results", ResultsJson.text(run()))).isEmpty();
    then(ResultsJson.text(run())).contains("\"repetition\" : 2").contains("\"repeated\" : [");
    then(ResultsJson.text(
            new RunResult(
                Instant.EPOCH, Duration.ZERO, "", new RunResult.Requests(0, 0), List.of())))
        .doesNotContain("repeat");
  }

  @Test
  void a_folder_of_a_build_log_is_one_repetition() {
    then(PLACE.title()).isEqualTo("They roll");
    then(repetition(2, Outcome.SATISFIED).place().title())
        .isEqualTo("They roll (repetition 2 of 4)");
  }
}
