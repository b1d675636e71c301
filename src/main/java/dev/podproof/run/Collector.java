package dev.podproof.run;

import dev.podproof.action.ActionProblem;
import dev.podproof.manifest.ManifestProblem;
import dev.podproof.manifest.Reach;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.session.PodSession;
import dev.podproof.session.StepProblem;
import dev.podproof.settings.RunSettings;
import dev.podproof.steps.ManifestFolder;
import dev.podproof.timeline.StepWindow;
import dev.podproof.timeline.Timeline;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.HookTestStep;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Gives each scenario its session, and collects how its steps turned out.
 *
 * <p>Cucumber calls it on the thread that runs the scenario; several may run at once.
 */
final class Collector implements ConcurrentEventListener {
  private final Supplier<SessionFactory> factory;
  private final BiFunction<Integer, Optional<Place>, PodSession> sessions;
  private final ConsoleReport console;
  private final Lanes lanes;
  private final boolean drawn;
  private final Reach reach;
  private final BiConsumer<ScenarioResult, Optional<Timeline>> details;
  private final List<ScenarioResult> results = new CopyOnWriteArrayList<>();
  private final Map<TestCase, Running> running = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Optional<Instant> firstVerdict = Optional.empty();
  private volatile Optional<Place> failed = Optional.empty();

  /**
   * A collector of nothing yet.
   *
   * @param factory the one of the thread that asks
   * @param sessions makes the session of a scenario, told its number and which one, if any, was not
   *     satisfied before it began
   * @param settings say whether each scenario's timeline is printed, and what manifests may reach
   * @param details is given each scenario as it ends, on the thread that ran it
   */
  Collector(
      Supplier<SessionFactory> factory,
      BiFunction<Integer, Optional<Place>, PodSession> sessions,
      ConsoleReport console,
      Lanes lanes,
      RunSettings settings,
      BiConsumer<ScenarioResult, Optional<Timeline>> details) {
    this.factory = factory;
    this.sessions = sessions;
    this.console = console;
    this.lanes = lanes;
    this.drawn = settings.output().timeline();
    this.reach = reach(settings);
    this.details = details;
  }

  /** What the manifests of a run may reach. */
  static Reach reach(RunSettings settings) {
    return new Reach(settings.leave().clusterScoped(), settings.leave().namespaces());
  }

  /** A scenario that runs: since when, how its steps turned out, and where it is told. */
  private record Running(Instant began, List<StepResult> steps, ConsoleReport console) {
    Running begunAt(Instant instant) {
      return new Running(instant, steps, console);
    }
  }

  /** What came of the scenarios, in the order of their files and lines. */
  List<ScenarioResult> results() {
    return results.stream()
        .sorted(
            Comparator.comparing((ScenarioResult one) -> one.place().file())
                .thenComparing(one -> one.place().line()))
        .toList();
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
    factory
        .get()
        .begin(
            sessions.apply(count.incrementAndGet(), failed),
            new ManifestFolder(Places.path(scenario.getUri()), reach),
            () -> lanes.enter(scenario.getTags()));
    var told = console.ofScenario(lanes.areSeveral());
    running.put(scenario, new Running(event.getInstant(), new ArrayList<>(), told));
    told.begins(place(scenario));
  }

  private void decided(TestStepFinished event) {
    if (event.getTestStep() instanceof HookTestStep) {
      // It had its turn only now.
      running.computeIfPresent(
          event.getTestCase(), (scenario, one) -> one.begunAt(event.getInstant()));
    } else if (event.getTestStep() instanceof PickleStepTestStep step) {
      var scenario = scenario(event.getTestCase());
      var outcome = outcome(event.getResult());
      var hidden = hidden();
      var text = hidden.apply(step.getStep().getKeyword() + step.getStep().getText());
      var result =
          new StepResult(
              text,
              step.getStep().getLine(),
              outcome,
              Duration.between(scenario.began(), event.getInstant()),
              hidden.apply(because(event.getResult(), outcome)));
      scenario.steps().add(result);
      scenario.console().decided(result);
      var demand = step.getCodeLocation().contains("ExpectationSteps");
      if (demand && outcome == Outcome.SATISFIED && firstVerdict.isEmpty()) {
        firstVerdict = Optional.of(event.getInstant());
      }
    }
  }

  private void end(TestCaseFinished event) {
    var scenario = scenario(event.getTestCase());
    var result =
        new ScenarioResult(
            place(event.getTestCase()),
            event.getTestCase().getTags(),
            scenario.steps(),
            Duration.between(scenario.began(), event.getInstant()));
    results.add(result);
    if (!result.outcome().isFine()) {
      failed = Optional.of(result.place());
    }
    var timeline = timeline(scenario);
    details.accept(result, timeline);
    scenario.console().ended(result);
    if (drawn) {
      timeline.ifPresent(scenario.console()::timeline);
    }
    scenario.console().release(result);
    running.remove(event.getTestCase());
    factory.get().session().ifPresent(PodSession::close);
    lanes.leave(event.getTestCase().getTags());
  }

  // Taken before the session is closed, for with it the history is gone.
  private Optional<Timeline> timeline(Running scenario) {
    return factory.get().session().flatMap(session -> timeline(session, scenario));
  }

  private Optional<Timeline> timeline(PodSession session, Running scenario) {
    return session.history().map(history -> Timeline.of(history, windows(scenario), hidden()));
  }

  // Whatever is told of a scenario goes through here, and no report sees more.
  private UnaryOperator<String> hidden() {
    return factory.get().session().map(PodSession::redaction).orElse(UnaryOperator.identity());
  }

  private static List<StepWindow> windows(Running scenario) {
    var windows = new ArrayList<StepWindow>();
    var from = scenario.began();
    for (var step : scenario.steps()) {
      var to = scenario.began().plus(step.at());
      windows.add(new StepWindow(step.text(), step.line(), step.outcome().inWords(), from, to));
      from = to;
    }
    return windows;
  }

  private Running scenario(TestCase scenario) {
    return Optional.ofNullable(running.get(scenario))
        .orElseThrow(() -> new IllegalStateException("a step of no scenario that runs"));
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
    if (error instanceof StepProblem.Skip) {
      return Outcome.SKIPPED;
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
      return factory.get().session().map(PodSession::decided).orElse("");
    }
    if (result.getError() == null) {
      return StepResult.NOT_REACHED;
    }
    var message = result.getError().getMessage();
    return message == null ? result.getError().toString() : message;
  }

  /** Where a scenario stands. */
  static Place place(TestCase scenario) {
    var file = Places.file(scenario.getUri());
    return new Place(file, scenario.getName(), file, scenario.getLocation().getLine());
  }
}
