package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A step of a mutant is waited for twice as long as it takes unchanged, and five seconds. */
class PaceTest {
  private static final Place SCENARIO = new Place("f", "s", "a.feature", 3);

  private final Pace pace =
      new Pace(
          Map.of(
              SCENARIO,
              new ScenarioResult(
                  SCENARIO,
                  List.of(),
                  List.of(decidedAt(500), decidedAt(4500)),
                  Duration.ofSeconds(6))));

  private static StepResult decidedAt(int millis) {
    return new StepResult("Then so", 4, Outcome.SATISFIED, Duration.ofMillis(millis), "");
  }

  @Test
  void a_step_is_given_twice_its_own_time_and_a_margin() {
    then(pace.limit(SCENARIO, 0)).contains(Duration.ofSeconds(6));
    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void of_what_never_ran_nothing_is_known() {
    then(pace.limit(SCENARIO, 2)).isEmpty();
    then(pace.limit(new Place("f", "t", "a.feature", 9), 0)).isEmpty();
  }

  @Test
  void a_machine_that_has_become_three_times_as_slow_gives_three_times_as_long() {
    for (int i = 0; i < 4; i++) {
      pace.satisfied(SCENARIO, 1, Duration.ofSeconds(12));
    }

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(2 * 3 * 4 + 5));
  }

  @Test
  void one_mutant_that_is_slow_by_itself_does_not_make_the_machine_slow() {
    for (int i = 0; i < 4; i++) {
      pace.satisfied(SCENARIO, 1, Duration.ofSeconds(4));
    }
    pace.satisfied(SCENARIO, 1, Duration.ofSeconds(40));

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void a_step_of_less_than_a_second_tells_nothing_of_the_machine() {
    pace.satisfied(SCENARIO, 0, Duration.ofSeconds(10));

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void a_faster_machine_takes_nothing_away() {
    pace.satisfied(SCENARIO, 1, Duration.ofSeconds(1));

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void what_was_slow_long_ago_is_forgotten() {
    for (int i = 0; i < 20; i++) {
      pace.satisfied(SCENARIO, 1, Duration.ofSeconds(40));
    }
    for (int i = 0; i < 20; i++) {
      pace.satisfied(SCENARIO, 1, Duration.ofSeconds(4));
    }

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }
}
