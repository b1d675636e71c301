package dev.podproof.run;

import dev.podproof.lifecycle.History;
import dev.podproof.manifest.Reach;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Outcome;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.report.StepResult;
import dev.podproof.session.Asked;
import dev.podproof.session.PodSession;
import dev.podproof.settings.RunSettings;
import dev.podproof.steps.ManifestFolder;
import dev.podproof.steps.Manifests;
import dev.podproof.steps.NamedKinds;
import dev.podproof.timeline.Timeline;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Gives each scenario its session, and collects how its steps turned out.
 *
 * <p>Cucumber calls it on the thread that runs the scenario; several may run at once.
 */
final class Collector implements ConcurrentEventListener {
  private final Supplier<SessionFactory> factory;
  private final Sessions sessions;
  private final ConsoleReport console;
  private final Lanes lanes;
  private final Repetitions repetitions;
  private final Hidden hidden;
  private final boolean drawn;
  private final Reach reach;
  private final BiConsumer<ScenarioResult, Optional<Timeline>> details;
  private final EvidenceKeeper evidence;
  private final List<ScenarioResult> results = new CopyOnWriteArrayList<>();
  private final Map<TestCase, Running> running = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private volatile Optional<Instant> firstVerdict = Optional.empty();
  private volatile Optional<Place> failed = Optional.empty();

  /**
   * A collector of nothing yet.
   *
   * @param factory the one of the thread that asks
   * @param sessions makes the session of each scenario
   * @param settings say whether each scenario's timeline is printed, and what manifests may reach
   * @param details is given each scenario as it ends, on the thread that ran it
   * @param evidence is given it before its session is closed, on the same thread
   */
  Collector(
      Supplier<SessionFactory> factory,
      Sessions sessions,
      ConsoleReport console,
      Lanes lanes,
      Repetitions repetitions,
      Hidden hidden,
      RunSettings settings,
      BiConsumer<ScenarioResult, Optional<Timeline>> details,
      EvidenceKeeper evidence) {
    this.factory = factory;
    this.sessions = sessions;
    this.console = console;
    this.lanes = lanes;
    this.repetitions = repetitions;
    this.hidden = hidden;
    this.drawn = settings.output().timeline();
    this.reach = reach(settings);
    this.details = details;
    this.evidence = evidence;
  }

  /** Makes the sessions of scenarios. */
  @FunctionalInterface
  interface Sessions {
    /**
     * The session of a scenario.
     *
     * @param failed which one, if any, was not satisfied before it began
     */
    PodSession of(int number, Optional<Place> failed, TestCase scenario);

    /** Where its manifests come from: its folder, unless somebody puts others in their place. */
    default Manifests manifests(ManifestFolder folder) {
      return folder;
    }
  }

  /** What the manifests of a run may reach. */
  static Reach reach(RunSettings settings) {
    return new Reach(settings.leave().clusterScoped(), settings.leave().namespaces());
  }

  /**
   * A scenario that runs: since when, how its steps turned out and what they asked, and where it is
   * told.
   */
  private record Running(
      Instant began, List<StepResult> steps, List<List<Asked>> asked, ConsoleReport console) {
    Running begunAt(Instant instant) {
      return new Running(instant, steps, asked, console);
    }
  }

  /** What came of the scenarios, in the order of their files and lines. */
  List<ScenarioResult> results() {
    return results.stream()
        .sorted(Comparator.comparing(ScenarioResult::place, Repetitions.PLACES))
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
    var session = sessions.of(count.incrementAndGet(), failed, scenario);
    // Before the first action, or what became of such objects until then is never known.
    sentences(scenario).flatMap(text -> NamedKinds.in(text).stream()).forEach(session::watch);
    factory
        .get()
        .begin(
            session,
            sessions.manifests(new ManifestFolder(Places.path(scenario.getUri()), reach)),
            () -> lanes.enter(scenario.getTags()));
    var told = console.ofScenario(lanes.areSeveral());
    running.put(
        scenario, new Running(event.getInstant(), new ArrayList<>(), new ArrayList<>(), told));
    told.begins(repetitions.place(scenario));
  }

  private static Stream<String> sentences(TestCase scenario) {
    return scenario.getTestSteps().stream()
        .filter(PickleStepTestStep.class::isInstance)
        .map(PickleStepTestStep.class::cast)
        .map(PickleStepTestStep::getStep)
        .flatMap(
            step ->
                step.getArgument() instanceof DataTableArgument table
                    ? Stream.concat(
                        Stream.of(step.getText()),
                        table.cells().stream().flatMap(List::stream).filter(Objects::nonNull))
                    : Stream.of(step.getText()));
  }

  private void decided(TestStepFinished event) {
    if (event.getTestStep() instanceof HookTestStep) {
      // It had its turn only now.
      running.computeIfPresent(
          event.getTestCase(), (scenario, one) -> one.begunAt(event.getInstant()));
    } else if (event.getTestStep() instanceof PickleStepTestStep step) {
      var scenario = scenario(event.getTestCase());
      var outcome = Outcomes.of(event.getResult());
      var hidden = hidden();
      var text = hidden.apply(step.getStep().getKeyword() + step.getStep().getText());
      var result =
          new StepResult(
              text,
              step.getStep().getLine(),
              outcome,
              Duration.between(scenario.began(), event.getInstant()),
              hidden.apply(because(event.getResult())));
      scenario.steps().add(result);
      scenario.asked().add(session().map(PodSession::takeAsked).orElse(List.of()));
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
            repetitions.place(event.getTestCase()),
            event.getTestCase().getTags(),
            scenario.steps(),
            Duration.between(scenario.began(), event.getInstant()));
    results.add(result);
    if (!result.outcome().isFine()) {
      failed = Optional.of(result.place());
    }
    try {
      tell(scenario, result);
    } finally {
      // Whatever goes wrong with telling: others wait for the lane, and the cluster for its room.
      running.remove(event.getTestCase());
      session().ifPresent(PodSession::close);
      lanes.leave(event.getTestCase().getTags());
    }
  }

  // The history is taken once, for it may grow until the session is closed, and every report and
  // what is kept are to tell the same.
  private void tell(Running scenario, ScenarioResult result) {
    var history = session().flatMap(PodSession::history);
    var timeline =
        history.map(seen -> Timeline.of(seen, result.windows(scenario.began()), hidden()));
    details.accept(result, timeline);
    repetitions.ended(result, history, hidden());
    scenario.console().ended(result);
    history.ifPresent(seen -> keep(scenario, result, seen));
    if (drawn) {
      timeline.ifPresent(scenario.console()::timeline);
    }
    scenario.console().release(result);
  }

  private void keep(Running scenario, ScenarioResult result, History history) {
    var ended = new EvidenceKeeper.Ended(result, scenario.began(), scenario.asked(), history);
    session()
        .map(session -> evidence.keep(ended, session, hidden()))
        .ifPresent(kept -> kept.forEach(line -> scenario.console().tell("evidence", line)));
  }

  private Optional<PodSession> session() {
    return factory.get().session();
  }

  private String because(Result result) {
    return Outcomes.because(result, session().map(PodSession::decided).orElse(""));
  }

  // Whatever is told of a scenario goes through here, and no report sees more.
  private UnaryOperator<String> hidden() {
    return hidden.in(session());
  }

  private Running scenario(TestCase scenario) {
    return Optional.ofNullable(running.get(scenario))
        .orElseThrow(() -> new IllegalStateException("a step of no scenario that runs"));
  }

  /** Where a scenario stands. */
  static Place place(TestCase scenario) {
    var file = Places.file(scenario.getUri());
    return new Place(file, scenario.getName(), file, scenario.getLocation().getLine());
  }
}
