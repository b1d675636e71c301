package dev.podproof.run;

import dev.podproof.lifecycle.History;
import dev.podproof.repetition.Course;
import dev.podproof.repetition.Repetition;
import dev.podproof.repetition.Sample;
import dev.podproof.repetition.Statistics;
import dev.podproof.report.Outcome;
import dev.podproof.report.Repeated;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import io.cucumber.plugin.event.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Numbers the repetitions of each scenario in the order in which they begin, and keeps what comes
 * of them. Thread-safe.
 */
final class Repetitions {
  private final int of;
  private final Map<UUID, Place> numbered = new HashMap<>();
  private final Map<Place, Integer> begun = new HashMap<>();
  private final Map<Place, List<Sample>> samples = new HashMap<>();

  /** Repetitions that have not begun. */
  Repetitions(int of) {
    this.of = of;
  }

  /** The places of all repetitions of these scenarios. */
  List<Place> of(List<Place> scenarios) {
    return scenarios.stream()
        .flatMap(
            place ->
                IntStream.rangeClosed(1, of)
                    .mapToObj(number -> place.as(new Repetition(number, of))))
        .toList();
  }

  /** Where a scenario that has begun stands, and which of its repetitions it is. */
  synchronized Place place(TestCase scenario) {
    return numbered.computeIfAbsent(
        scenario.getId(),
        id -> {
          var place = Collector.place(scenario);
          return place.as(new Repetition(begun.merge(place, 1, Integer::sum), of));
        });
  }

  /**
   * A repetition has ended.
   *
   * @param history what was seen of it; empty where nothing was begun
   * @param redact hides what nobody may see
   */
  void ended(ScenarioResult one, Optional<History> history, UnaryOperator<String> redact) {
    if (of == 1) {
      return;
    }
    var course = history.map(seen -> Course.of(seen, redact)).orElse(Course.NONE);
    var sample =
        new Sample(
            one.place().repetition().number(),
            colour(one.outcome()),
            one.steps().stream().map(Repetitions::step).toList(),
            course);
    synchronized (this) {
      samples
          .computeIfAbsent(one.place().as(Repetition.ONLY), any -> new ArrayList<>())
          .add(sample);
    }
  }

  private static Sample.Colour colour(Outcome outcome) {
    return switch (outcome) {
      case SATISFIED -> Sample.Colour.GREEN;
      case SKIPPED -> Sample.Colour.GREY;
      case VIOLATED, UNDECIDED, UNUSABLE, INFRASTRUCTURE -> Sample.Colour.RED;
    };
  }

  private static Sample.Step step(StepResult step) {
    return new Sample.Step(
        step.text(),
        step.line(),
        step.outcome() == Outcome.SATISFIED,
        step.outcome() != Outcome.SKIPPED);
  }

  /** What they come to, in the order of files and lines; empty where each scenario runs once. */
  synchronized List<Repeated> statistics() {
    return samples.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(PLACES))
        .map(one -> new Repeated(one.getKey(), Statistics.of(one.getValue())))
        .toList();
  }

  /** By file, line and repetition. */
  static final Comparator<Place> PLACES =
      Comparator.comparing(Place::file)
          .thenComparing(Place::line)
          .thenComparing(place -> place.repetition().number());
}
