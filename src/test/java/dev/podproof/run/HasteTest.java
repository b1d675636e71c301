package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import io.cucumber.plugin.event.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the steps of a mutant tell of the machine. */
class HasteTest {
  private static final Place SCENARIO = new Place("f", "s", "a.feature", 3);

  private final Pace pace =
      new Pace(
          Map.of(
              SCENARIO,
              new ScenarioResult(
                  SCENARIO,
                  List.of(),
                  List.of(
                      new StepResult(
                          "Then so", 4, Outcome.SATISFIED, Duration.ofSeconds(4), "done")),
                  Duration.ofSeconds(4))),
          1);

  private void ends(String pattern, Status status, int seconds) {
    new Haste(pace, SCENARIO, Optional::empty).ended(pattern, status, Duration.ofSeconds(seconds));
  }

  @Test
  void a_step_that_is_satisfied_later_than_unchanged_gives_all_more_time() {
    ends("{pod} is ready", Status.PASSED, 8);

    then(pace.limit(SCENARIO, 0)).contains(Duration.ofSeconds(26));
  }

  @Test
  void one_that_is_not_satisfied_tells_nothing() {
    ends("{pod} is ready", Status.FAILED, 8);

    then(pace.limit(SCENARIO, 0)).contains(Duration.ofSeconds(13));
  }

  @Test
  void the_wait_for_an_image_that_another_scenario_has_otherwise_tells_nothing() {
    ends("{image} serves HTTP on port {int}{servedPaths}", Status.PASSED, 80);

    then(pace.limit(SCENARIO, 0)).contains(Duration.ofSeconds(13));
  }
}
