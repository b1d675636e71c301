package dev.podproof.run;

import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.session.PodSession;
import dev.podproof.session.RecordedProceedings;
import dev.podproof.session.SessionSettings;
import dev.podproof.settings.RunSettings;
import dev.podproof.steps.Manifests;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks recordings of a scenario, unchanged and with a mutant, what steps would have found that the
 * scenario lacks.
 */
final class Hindsight {
  /** Words that are the user's to fill in. */
  private static final String OPEN = ".*\"(?:TEXT|FILE)\".*";

  private final SessionSettings settings;
  private final Map<Place, Recording> unchanged;

  /** Of scenarios that were recorded unchanged. */
  Hindsight(SessionSettings settings, Map<Place, Recording> unchanged) {
    this.settings = settings;
    this.unchanged = Map.copyOf(unchanged);
  }

  /** A question: what a step finds after one of the recorded ones. */
  private record Question(String step, Place scenario, int place, Recording recording) {}

  /**
   * What is to be said of each step: those that are proved first, then those of which the
   * recordings do not tell. A step that they refute is left out: the unchanged scenario does not
   * satisfy it, or the mutant does.
   *
   * @param steps with their keywords
   * @param changed the recordings of a mutant that no scenario noticed
   */
  List<Suggestion> of(List<String> steps, Map<Place, Recording> changed) {
    var questions = steps.stream().flatMap(step -> questions(step, changed)).toList();
    var answers = questions.isEmpty() ? List.<Outcome>of() : answers(questions);
    var proved = new ArrayList<Suggestion>();
    var open = new ArrayList<Suggestion>();
    for (var step : steps) {
      var found = new ArrayList<Found>();
      for (int i = 0; i < questions.size(); i += 2) {
        if (questions.get(i).step().equals(step)) {
          found.add(new Found(questions.get(i), answers.get(i), answers.get(i + 1)));
        }
      }
      found.stream()
          .filter(Found::proves)
          .findFirst()
          .ifPresentOrElse(
              one -> proved.add(new Suggestion(step, true, one.after())),
              () -> {
                if (isOpen(found)) {
                  open.add(new Suggestion(step, false, whyOpen(step, found)));
                }
              });
    }
    return Stream.concat(proved.stream(), open.stream()).toList();
  }

  private static boolean isOpen(List<Found> found) {
    return found.stream().anyMatch(Found::mayProve) || found.stream().noneMatch(Found::isDecided);
  }

  private static String whyOpen(String step, List<Found> found) {
    if (step.matches(OPEN)) {
      return "words in capitals are yours to fill in";
    }
    return found.stream().allMatch(Found::isNotRecorded)
        ? "what it asks was not recorded"
        : "the scenario goes on or ends before it is decided";
  }

  /** What a step found after one of the recorded ones, unchanged and with the mutant. */
  private record Found(Question question, Outcome unchanged, Outcome changed) {
    boolean proves() {
      return unchanged == Outcome.SATISFIED && changed == Outcome.VIOLATED;
    }

    boolean mayProve() {
      return (unchanged == Outcome.SATISFIED && !isDecided(changed))
          || (changed == Outcome.VIOLATED && !isDecided(unchanged));
    }

    boolean isDecided() {
      return isDecided(unchanged) && isDecided(changed);
    }

    boolean isNotRecorded() {
      return unchanged == Outcome.UNUSABLE;
    }

    private static boolean isDecided(Outcome outcome) {
      return outcome == Outcome.SATISFIED || outcome == Outcome.VIOLATED;
    }

    String after() {
      var line = question.recording().steps().get(question.place()).line();
      return question.scenario().file() + ":" + line;
    }
  }

  /** Two for each place: of the unchanged scenario, and of the mutant's. */
  private Stream<Question> questions(String step, Map<Place, Recording> changed) {
    return step.matches(OPEN)
        ? Stream.empty()
        : changed.keySet().stream()
            .sorted(Repetitions.PLACES)
            .flatMap(
                scenario ->
                    Stream.ofNullable(unchanged.get(scenario))
                        .flatMap(
                            before ->
                                Stream.ofNullable(changed.get(scenario))
                                    .flatMap(after -> questions(step, scenario, before, after))));
  }

  private static Stream<Question> questions(
      String step, Place scenario, Recording before, Recording after) {
    return before.places().stream()
        .filter(place -> place < after.steps().size())
        .flatMap(
            place ->
                Stream.of(
                    new Question(step, scenario, place, before),
                    new Question(step, scenario, place, after)));
  }

  /** The outcome of each question, all asked as scenarios of one feature. */
  private List<Outcome> answers(List<Question> questions) {
    var text = new StringBuilder("Feature: hindsight\n");
    for (int i = 0; i < questions.size(); i++) {
      text.append("  Scenario: ").append(i).append("\n    ");
      text.append(questions.get(i).step()).append('\n');
    }
    try {
      var feature = Files.createTempFile("hindsight", ".feature");
      try {
        Files.writeString(feature, text);
        var factory = new SessionFactory();
        var asking = new Asking(questions, factory);
        Gherkin.run(
            RunSettings.dry(List.of(feature.toString())), false, 1, () -> factory, List.of(asking));
        return List.of(asking.outcomes);
      } finally {
        Files.delete(feature);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets each scenario go by the recording that its question is about. */
  private final class Asking implements ConcurrentEventListener {
    private final List<Question> questions;
    private final SessionFactory factory;
    private final Outcome[] outcomes;
    private final RecordedProceedings[] proceedings;

    Asking(List<Question> questions, SessionFactory factory) {
      this.questions = questions;
      this.factory = factory;
      this.outcomes = new Outcome[questions.size()];
      this.proceedings = new RecordedProceedings[questions.size()];
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(TestCaseStarted.class, this::begin);
      publisher.registerHandlerFor(TestCaseFinished.class, this::end);
    }

    private void begin(TestCaseStarted event) {
      var number = number(event.getTestCase());
      var question = questions.get(number);
      proceedings[number] = question.recording().after(question.place(), settings.patience());
      proceedings[number].reach(question.step());
      factory.begin(new PodSession(proceedings[number], settings), Manifests.EMPTY, () -> {});
    }

    private void end(TestCaseFinished event) {
      var number = number(event.getTestCase());
      var question = questions.get(number);
      // A run would have waited for it, and done what comes next only then.
      outcomes[number] =
          proceedings[number].reached().isBefore(question.recording().goesOn(question.place()))
              ? Outcomes.of(event.getResult())
              : Outcome.UNDECIDED;
    }

    private static int number(TestCase scenario) {
      return Integer.parseInt(scenario.getName());
    }
  }
}
