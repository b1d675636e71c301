package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A step that a green scenario has already did not catch the mutant. */
class SuggestionsTest {
  private static final String READY = "Then container \"app\" of pod \"web\" is ready within 10s";
  private static final String CODE = "Then sidecar \"proxy\" of pod \"web\" exits with code 0";

  @Test
  void what_a_scenario_says_already_is_left_out_however_it_names_the_container() {
    var said = List.of("I apply \"web.yaml\"", "container \"proxy\" exits with code 0");

    then(Suggestions.missing(List.of(READY, CODE), said)).containsExactly(READY);
    then(Suggestions.missing(
            List.of(CODE), List.of("sidecar \"proxy\" of the pod exits with code 0")))
        .isEmpty();
  }

  @Test
  void of_a_container_that_never_starts_nothing_can_be_demanded() {
    var never = "container \"app\" has never started";

    then(Suggestions.missing(List.of(READY, CODE), List.of(never))).containsExactly(CODE);
  }

  @Test
  void one_that_starts_in_the_end_or_in_another_scenario_may_lack_a_step() {
    var said =
        List.of(
            "container \"app\" has never started",
            "init container \"wait\" completes before container \"app\" of pod \"web\" starts");

    then(Suggestions.missing(List.of(READY), said)).containsExactly(READY);
  }

  @Test
  void what_is_said_of_another_container_or_in_another_time_is_missing_still() {
    var said =
        List.of(
            "container \"app\" of pod \"web\" is ready within 60s",
            "sidecar \"other\" exits with code 0");

    then(Suggestions.missing(List.of(READY, CODE), said)).containsExactly(READY, CODE);
  }
}
