package dev.podproof.run;

import dev.podproof.action.ActionProblem;
import dev.podproof.manifest.ManifestProblem;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.session.PodSession;
import dev.podproof.session.StepProblem;
import dev.podproof.steps.ManifestFolder;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives each scenario its session, and collects how its steps turned out.
 *
 * <p>Called on the thread that runs the scenarios.
 */
final class Collector implements ConcurrentEventListener {
  private final SessionFactory factory;
  private final Function<Integer, PodSession> sessions;
  private final ConsoleReport console;
  private final List<ScenarioResult> results = new ArrayList<>();
  private final List<StepResult> steps = new ArrayList<>();
  private Instant began = Instant.MIN;
  private Optional<Instant> firstVerdict = Optional.empty();
  private int count;

  Collector(SessionFactory factory, Function<Integer, PodSession> sessions, ConsoleReport console) {
    this.factory = factory;
    this.sessions = sessions;
    this.console = console;
  }

  List<ScenarioResult> results() {
    return List.copyOf(results);
  }

  /** When the first demand was satisfied; empty where none was. */
  Optional<Instant> firstVerdict() {
    return firstVerdict;
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, this::begin);
    publisher.registerHandlerFor(TestStepFinished.class, this::decided);
    publisher.registerHandlerFor(TestCaseFinished.class, this::end);
  }

  private void begin(TestCaseStarted event) {
    var scenario = event.getTestCase();
    began = event.getInstant();
    steps.clear();
    factory.begin(sessions.apply(++count), new ManifestFolder(Places.path(scenario.getUri())));
    console.begins(place(scenario));
  }

  private void decided(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      var outcome = outcome(event.getResult());
      var text = step.getStep().getKeyword() + step.getStep().getText();
      var result =
          new StepResult(
              text,
              step.getStep().getLine(),
              outcome,
              Duration.between(began, event.getInstant()),
              because(event.getResult(), outcome));
      steps.add(result);
      console.decided(result);
      var demand = step.getCodeLocation().contains("ExpectationSteps");
      if (demand && outcome == Outcome.SATISFIED && firstVerdict.isEmpty()) {
        firstVerdict = Optional.of(event.getInstant());
      }
    }
  }

  private void end(TestCaseFinished event) {
    var result =
        new ScenarioResult(
            place(event.getTestCase()), steps, Duration.between(began, event.getInstant()));
    results.add(result);
    console.ended(result);
    factory.session().ifPresent(PodSession::close);
  }

  private static Outcome outcome(Result result) {
    if (result.getStatus() == Status.PASSED) {
      return Outcome.SATISFIED;
    }
    if (result.getStatus() == Status.SKIPPED) {
      return Outcome.SKIPPED;
    }
    return outcome(result.getError());
  }

  private static Outcome outcome(Throwable error) {
    if (error instanceof StepProblem.Violation || error instanceof AssertionError) {
      return Outcome.VIOLATED;
    }
    if (error instanceof StepProblem.Undecided) {
      return Outcome.UNDECIDED;
    }
    var usersMistake =
        error instanceof StepProblem.Unusable
            || error instanceof ManifestProblem
            || error instanceof ActionProblem
            || error instanceof IllegalArgumentException;
    return usersMistake ? Outcome.UNUSABLE : Outcome.INFRASTRUCTURE;
  }

  private String because(Result result, Outcome outcome) {
    if (outcome == Outcome.SATISFIED) {
      return factory.session().map(PodSession::decided).orElse("");
    }
    if (result.getError() == null) {
      return "an earlier step was not satisfied";
    }
    var message = result.getError().getMessage();
    return message == null ? result.getError().toString() : message;
  }

  private static Place place(TestCase scenario) {
    var file = Places.file(scenario.getUri());
    return new Place(file, scenario.getName(), file, scenario.getLocation().getLine());
  }
}
