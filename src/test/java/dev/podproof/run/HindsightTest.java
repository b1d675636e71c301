package dev.podproof.run;

import static dev.podproof.lifecycle.Histories.aPod;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.lifecycle.Histories;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.session.SessionSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A step is suggested where the recordings prove it, and left out where they refute it. */
class HindsightTest {
  private static final Place SCENARIO = new Place("f", "It ends", "web.feature", 2);

  private final Histories unchanged = started().at("4s").exits("app", 3);
  private final Histories changed = started().at("4s").exits("app", 0);

  private static Histories started() {
    return aPod("app").at("1s").acts("apply Pod web").at("2s").starts("app");
  }

  @Test
  void a_step_that_the_unchanged_scenario_satisfies_and_the_mutant_does_not_is_proved() {
    then(suggested("Then container \"app\" of pod \"web\" has never exited with code 0"))
        .containsExactly(
            new Suggestion(
                "Then container \"app\" of pod \"web\" has never exited with code 0",
                true,
                "web.feature:4"));
  }

  @Test
  void a_step_that_the_mutant_satisfies_too_is_left_out() {
    then(suggested("Then container \"app\" of pod \"web\" starts")).isEmpty();
  }

  @Test
  void a_step_that_the_unchanged_scenario_does_not_satisfy_is_left_out() {
    then(suggested("Then container \"app\" of pod \"web\" has never started")).isEmpty();
  }

  @Test
  void a_step_that_the_recordings_end_before_is_no_proof() {
    then(suggested("Then container \"app\" of pod \"web\" exits with code 3"))
        .containsExactly(
            new Suggestion(
                "Then container \"app\" of pod \"web\" exits with code 3",
                false,
                "the scenario goes on or ends before it is decided"));
  }

  @Test
  void nor_is_one_that_asks_what_was_not_recorded() {
    then(suggested("Then running \"true\" in container \"app\" of pod \"web\" prints \"1\""))
        .extracting(Suggestion::proved, Suggestion::because)
        .containsExactly(tuple(false, "what it asks was not recorded"));
  }

  @Test
  void nor_one_whose_words_are_yours_to_fill_in() {
    then(suggested("Then container \"app\" of pod \"web\" logs \"TEXT\""))
        .containsExactly(
            new Suggestion(
                "Then container \"app\" of pod \"web\" logs \"TEXT\"",
                false,
                "words in capitals are yours to fill in"));
  }

  @Test
  void proved_steps_come_first() {
    then(suggested(
            "Then container \"app\" of pod \"web\" logs \"TEXT\"",
            "Then container \"app\" of pod \"web\" has never exited with code 0"))
        .extracting(Suggestion::proved)
        .containsExactly(true, false);
  }

  @Test
  void a_time_limit_counts_from_the_action_that_the_step_follows() {
    var step = "Then container \"app\" of pod \"web\" starts within 5s";
    var quick = aPod("app").at("1s").acts("apply Pod web").at("3s").starts("app");
    var slow = aPod("app").at("1s").acts("apply Pod web").at("9s").starts("app");

    then(hindsight(quick).of(List.of(step), Map.of(SCENARIO, recording(slow))))
        .containsExactly(new Suggestion(step, true, "web.feature:3"));
  }

  @Test
  void what_the_scenario_brings_about_later_proves_nothing_of_a_step_before_it() {
    var step = "Then container \"app\" of pod \"web\" exits with code 0";

    then(hindsight(deleted(0)).of(List.of(step), Map.of(SCENARIO, recording(deleted(137)))))
        .containsExactly(new Suggestion(step, true, "web.feature:4"));
  }

  private static Histories deleted(int code) {
    return started()
        .at("9.7s")
        .acts("delete pod web")
        .at("10s")
        .exits("app", code)
        .at("11s")
        .gone();
  }

  @Test
  void nothing_is_known_of_a_scenario_that_was_not_recorded() {
    var step = "Then container \"app\" of pod \"web\" has never exited with code 0";

    then(hindsight(unchanged).of(List.of(step), Map.of()))
        .containsExactly(new Suggestion(step, false, "what it asks was not recorded"));
  }

  private List<Suggestion> suggested(String... steps) {
    return hindsight(unchanged).of(List.of(steps), Map.of(SCENARIO, recording(changed)));
  }

  private static Hindsight hindsight(Histories unchanged) {
    return new Hindsight(SessionSettings.DEFAULTS, Map.of(SCENARIO, recording(unchanged)));
  }

  /** Applies at 1 s, and asks something until 9.9 s; the recording goes on to 30 s. */
  private static Recording recording(Histories histories) {
    return new Recording(
        histories.at("30s").heard().history(),
        List.of(
            new Recording.Step("When I apply \"pod.yaml\"", 3, Histories.at(1.1)),
            new Recording.Step("Then container \"app\" exits", 4, Histories.at(9.9))));
  }
}
