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

/**
 * A step of a mutant is given up after twice its time unchanged and five seconds, and more where
 * the machine is slow.
 */
class PaceTest {
  private static final Place SCENARIO = new Place("f", "s", "a.feature", 3);

  private Pace pace = sideBySide(1);

  private static Pace sideBySide(int atOnce) {
    var unchanged =
        new ScenarioResult(
            SCENARIO, List.of(), List.of(decidedAt(500), decidedAt(4500)), Duration.ofSeconds(6));
    return new Pace(Map.of(SCENARIO, unchanged), atOnce);
  }

  private static StepResult decidedAt(int millis) {
    return new StepResult("Then so", 4, Outcome.SATISFIED, Duration.ofMillis(millis), "");
  }

  private void satisfied(int times, int seconds) {
    for (int i = 0; i < times; i++) {
      pace.satisfied(SCENARIO, 1, Duration.ofSeconds(seconds));
    }
  }

  @Test
  void a_step_is_given_twice_its_own_time_and_a_margin() {
    satisfied(6, 4);

    then(pace.limit(SCENARIO, 0)).contains(Duration.ofSeconds(6));
    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
    then(pace.quiet()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void what_ran_side_by_side_unchanged_already_tells_how_slow_the_machine_is() {
    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void what_ran_with_fewer_beside_it_may_be_twice_as_slow_until_six_steps_have_told() {
    pace = sideBySide(2);

    satisfied(5, 4);
    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(26));

    satisfied(1, 4);
    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void of_what_never_ran_nothing_is_known() {
    then(pace.limit(SCENARIO, 2)).isEmpty();
    then(pace.limit(new Place("f", "t", "a.feature", 9), 0)).isEmpty();
  }

  @Test
  void steps_that_took_three_times_as_long_give_three_times_as_long_to_all() {
    satisfied(6, 4);
    satisfied(2, 12);
    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));

    satisfied(1, 12);
    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(39));
    then(pace.quiet()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void a_step_of_less_than_a_second_tells_nothing_of_the_machine() {
    satisfied(6, 4);
    pace.satisfied(SCENARIO, 0, Duration.ofSeconds(10));

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void a_faster_machine_takes_nothing_away() {
    satisfied(6, 1);

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }

  @Test
  void what_was_slow_long_ago_is_forgotten() {
    satisfied(20, 40);
    satisfied(20, 4);

    then(pace.limit(SCENARIO, 1)).contains(Duration.ofSeconds(13));
  }
}
