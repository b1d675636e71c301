package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurationsTest {
  @TempDir private Path folder;
  private Path feature;

  @BeforeEach
  void write() throws IOException {
    feature = Files.createFile(folder.resolve("a.feature"));
  }

  private Place place(String name) {
    return new Place("f", name, feature.toString(), 3);
  }

  private ScenarioResult took(String name, int seconds, Outcome outcome) {
    var step = new StepResult("Then so", 4, outcome, Duration.ZERO, "");
    return new ScenarioResult(place(name), List.of(), List.of(step), Duration.ofSeconds(seconds));
  }

  private Optional<Duration> left(int lanes, String... names) {
    var scenarios = List.of(names).stream().map(this::place).toList();
    return Durations.in(folder).forecast(scenarios, lanes).left(Map.of());
  }

  @Test
  void nothing_is_forecast_where_no_scenario_was_ever_timed() throws IOException {
    then(left(1, "one")).isEmpty();

    Files.writeString(folder.resolve("durations.json"), "no JSON");
    then(left(1, "one")).isEmpty();
  }

  @Test
  void the_time_left_is_what_the_scenarios_took_the_last_time_shared_among_the_lanes() {
    Durations.in(folder)
        .keep(List.of(took("one", 10, Outcome.SATISFIED), took("two", 20, Outcome.VIOLATED)));

    then(left(1, "one", "two")).contains(Duration.ofSeconds(30));
    then(left(4, "one", "two")).contains(Duration.ofSeconds(20));
    then(left(1, "one", "two", "new")).contains(Duration.ofSeconds(45));
  }

  @Test
  void what_has_ended_and_what_has_run_already_is_left_out() {
    Durations.in(folder)
        .keep(List.of(took("one", 10, Outcome.SATISFIED), took("two", 20, Outcome.SATISFIED)));
    var forecast = Durations.in(folder).forecast(List.of(place("one"), place("two")), 1);

    forecast.ended(place("one"));

    then(forecast.left(Map.of(place("two"), Duration.ofSeconds(5))))
        .contains(Duration.ofSeconds(15));
    then(forecast.left(Map.of(place("two"), Duration.ofSeconds(50)))).contains(Duration.ZERO);
  }

  @Test
  void a_skipped_scenario_does_not_change_what_is_known_and_a_feature_that_is_gone_is_forgotten()
      throws IOException {
    Durations.in(folder).keep(List.of(took("one", 10, Outcome.SATISFIED)));
    Durations.in(folder).keep(List.of(took("one", 0, Outcome.SKIPPED)));
    then(left(1, "one")).contains(Duration.ofSeconds(10));

    Files.delete(feature);
    Durations.in(folder).keep(List.of());
    then(left(1, "one")).isEmpty();
  }
}
