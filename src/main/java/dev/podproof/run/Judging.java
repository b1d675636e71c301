package dev.podproof.run;

import dev.podproof.archive.Bundle;
import dev.podproof.archive.ScenarioRecord;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.session.PodSession;
import dev.podproof.session.RecordedProceedings;
import dev.podproof.session.StepProblem;
import dev.podproof.steps.Manifests;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Gives scenarios a recorded run to go by, and tells how they turn out as a run does. Used by one
 * thread.
 */
final class Judging implements ConcurrentEventListener {
  private final Bundle bundle;
  private final SessionFactory factory;
  private final ConsoleReport console;
  private final boolean other;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<StepResult> steps = new ArrayList<>();
  private final Deque<ScenarioRecord.Step> recorded = new ArrayDeque<>();
  private RecordedProceedings proceedings;

  /**
   * Nothing is judged yet.
   *
   * @param other whether the scenarios stand in another file than the recorded one
   */
  Judging(Bundle bundle, SessionFactory factory, ConsoleReport console, boolean other) {
    this.bundle = bundle;
    this.factory = factory;
    this.console = console;
    this.other = other;
    this.proceedings = proceedings();
  }

  /** The heaviest outcome. */
  Outcome outcome() {
    return outcomes.stream().min(Comparator.naturalOrder()).orElse(Outcome.SATISFIED);
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    publisher.registerHandlerFor(TestCaseStarted.class, this::begin);
    publisher.registerHandlerFor(TestStepStarted.class, this::reach);
    publisher.registerHandlerFor(TestStepFinished.class, this::decided);
    publisher.registerHandlerFor(TestCaseFinished.class, this::end);
  }

  private void begin(TestCaseStarted event) {
    proceedings = proceedings();
    steps.clear();
    recorded.clear();
    recorded.addAll(bundle.scenario().steps());
    factory.begin(
        new PodSession(proceedings, bundle.scenario().settings()), Manifests.EMPTY, () -> {});
    console.begins(place(event.getTestCase()));
  }

  private RecordedProceedings proceedings() {
    var scenario = bundle.scenario();
    return new RecordedProceedings(
        bundle.history(),
        scenario.settings().patience(),
        scenario.steps().stream()
            .map(
                step ->
                    new RecordedProceedings.Step(
                        step.text(), scenario.began().plus(step.at()), step.asked(), problem(step)))
            .toList());
  }

  private static Optional<StepProblem> problem(ScenarioRecord.Step step) {
    return switch (step.outcome()) {
      case SKIPPED -> Optional.of(StepProblem.skip(step.because()));
      case UNUSABLE -> Optional.of(StepProblem.unusable(step.because()));
      case INFRASTRUCTURE -> Optional.of(StepProblem.lost(step.because()));
      case SATISFIED, VIOLATED, UNDECIDED -> Optional.empty();
    };
  }

  private void reach(TestStepStarted event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      proceedings.reach(text(step));
    }
  }

  private void decided(TestStepFinished event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      var decided = factory.session().map(PodSession::decided).orElse("");
      var result =
          new StepResult(
              text(step),
              step.getStep().getLine(),
              Outcomes.of(event.getResult()),
              at(text(step)),
              Outcomes.because(event.getResult(), decided));
      steps.add(result);
      console.decided(result);
    }
  }

  private static String text(PickleStepTestStep step) {
    return step.getStep().getKeyword() + step.getStep().getText();
  }

  // When the run decided it; a step that the run did not have is decided by the end of the
  // recording.
  private Duration at(String text) {
    var step = recorded.stream().filter(one -> one.text().equals(text)).findFirst();
    step.ifPresent(recorded::remove);
    return step.map(ScenarioRecord.Step::at)
        .orElseGet(() -> Duration.between(bundle.scenario().began(), proceedings.reached()));
  }

  private void end(TestCaseFinished event) {
    var scenario =
        new ScenarioResult(
            place(event.getTestCase()),
            event.getTestCase().getTags(),
            steps,
            bundle.scenario().took());
    outcomes.add(scenario.outcome());
    console.ended(scenario);
  }

  private Place place(TestCase scenario) {
    return other ? Collector.place(scenario) : bundle.scenario().place();
  }
}
