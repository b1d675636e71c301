package dev.podproof.run;

import dev.podproof.report.ConsoleReport;
import dev.podproof.report.Progress;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.session.PodSession;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestStepStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows what the scenarios that run wait for, once a second and whenever something begins or ends.
 *
 * <p>Cucumber calls it on the threads that run scenarios; a thread of its own looks and draws.
 */
final class LiveView implements ConcurrentEventListener, AutoCloseable {
  private final ConsoleReport console;
  private final Supplier<SessionFactory> factory;
  private final Repetitions repetitions;
  private final Forecast forecast;
  private final Map<Place, Running> running = new LinkedHashMap<>();
  private final ScheduledExecutorService drawing =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "live-view");
            thread.setDaemon(true);
            return thread;
          });
  private int done;
  private int failed;

  /** What runs: since when, its present step, and the session that knows what its pod is at. */
  private record Running(Instant began, String step, Optional<PodSession> session) {}

  /** A view of a run that is about to begin. */
  LiveView(
      ConsoleReport console,
      Supplier<SessionFactory> factory,
      Repetitions repetitions,
      Forecast forecast) {
    this.console = console;
    this.factory = factory;
    this.repetitions = repetitions;
    this.forecast = forecast;
  }

  /** Shows the run from now on. */
  void begin() {
    if (console.isLive()) {
      var unused = drawing.scheduleAtFixedRate(this::draw, 0, 1, TimeUnit.SECONDS);
    }
  }

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    if (console.isLive()) {
      publisher.registerHandlerFor(TestStepStarted.class, this::begins);
    }
  }

  // The first step, not the scenario's beginning: until then it waits for its turn.
  private void begins(TestStepStarted event) {
    if (event.getTestStep() instanceof PickleStepTestStep step) {
      at(
          repetitions.place(event.getTestCase()),
          event.getInstant(),
          step.getStep().getKeyword() + step.getStep().getText());
    }
  }

  private synchronized void at(Place place, Instant now, String step) {
    var began = Optional.ofNullable(running.get(place)).map(Running::began).orElse(now);
    running.put(place, new Running(began, step, factory.get().session()));
    redraw();
  }

  /** A scenario has ended. */
  synchronized void ended(ScenarioResult scenario) {
    running.remove(scenario.place());
    done++;
    failed += scenario.outcome().isFine() ? 0 : 1;
    forecast.ended(scenario.place());
    redraw();
  }

  private void redraw() {
    if (console.isLive()) {
      drawing.execute(this::draw);
    }
  }

  private void draw() {
    console.running(progress().lines());
  }

  // What the sessions know is asked outside the lock, for it may take a while.
  private Progress progress() {
    var now = Instant.now();
    Map<Place, Running> shown;
    int ended;
    int bad;
    synchronized (this) {
      shown = new LinkedHashMap<>(running);
      ended = done;
      bad = failed;
    }
    var lines = shown.entrySet().stream().map(one -> shown(one.getKey(), one.getValue(), now));
    return new Progress(
        forecast.all(), ended, bad, lines.toList(), forecast.left(since(shown, now)));
  }

  private static Progress.Running shown(Place place, Running one, Instant now) {
    return new Progress.Running(
        place,
        Duration.between(one.began(), now),
        one.session()
            .map(PodSession::redaction)
            .map(hide -> hide.apply(one.step()))
            .orElse(one.step()),
        one.session().flatMap(PodSession::glimpse).orElse(""));
  }

  private static Map<Place, Duration> since(Map<Place, Running> running, Instant now) {
    var since = new LinkedHashMap<Place, Duration>();
    running.forEach((place, one) -> since.put(place, Duration.between(one.began(), now)));
    return since;
  }

  /** Takes the lines away. */
  @Override
  public void close() {
    drawing.shutdown();
    try {
      var unused = drawing.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    console.running(List.of());
  }
}
