package dev.podproof.run;

import dev.podproof.cluster.Cluster;
import dev.podproof.cluster.ClusterSettings;
import dev.podproof.cluster.RequestCount;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.RunResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.session.PodSession;
import dev.podproof.session.PodSession.ClusterAccess;
import dev.podproof.session.StepProblem;
import dev.podproof.settings.ClusterChoice;
import dev.podproof.settings.RunSettings;
import io.cucumber.plugin.event.TestCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of features. */
public final class Run {
  private final RunSettings settings;
  private final Surroundings surroundings;
  private final ClusterSettings clusterSettings;
  private final ConsoleReport console;
  private final Instant began;
  private final Losses losses = new Losses();

  /**
   * A run that has not begun.
   *
   * @param surroundings what every scenario finds that does not declare it itself
   * @param began when the user asked for it, for the times that are told
   */
  public Run(
      RunSettings settings,
      Surroundings surroundings,
      ClusterSettings clusterSettings,
      ConsoleReport console,
      Instant began) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.clusterSettings = clusterSettings;
    this.console = console;
    this.began = began;
  }

  /**
   * Checks, obtains a cluster, runs, reports and releases the cluster.
   *
   * @param heard is told the result, before the files that tell of it are written
   * @return the exit code
   * @throws UsageProblem if something cannot work; nothing was started
   */
  public int execute(Consumer<RunResult> heard) {
    var selected = Check.of(settings, surroundings);
    var checked = Instant.now();
    if (settings.selection().dryRun()) {
      console.tell("dry run", "every step and manifest is understood; nothing was started");
      return 0;
    }
    console.opens();
    RunResult result;
    try (var reports = Reports.in(settings.output().files(), losses);
        var opening = new OpenedCluster(clusterSettings, line -> console.tell("cluster", line))) {
      result = run(opening, selected, checked, reports);
      console.summary(result);
      heard.accept(result);
      reports.write(result);
    } finally {
      console.closes();
    }
    losses.inWords().forEach(line -> console.answer("unwritten", line));
    console.results(result);
    return result.exitCode(settings.output().strict());
  }

  private RunResult run(
      OpenedCluster opening, Check.Selected selected, Instant checked, Reports reports) {
    // One alone is told line by line.
    var repetitions = new Repetitions(settings.selection().repetitions());
    var planned = repetitions.of(selected.scenarios());
    var lanes = new Lanes(Math.min(sharesNamespace() ? 1 : settings.parallel(), planned.size()));
    var factories = ThreadLocal.withInitial(SessionFactory::new);
    var durations = Durations.in(clusterSettings.cache());
    var live =
        new LiveView(
            console, factories::get, repetitions, durations.forecast(planned, lanes.number()));
    var collector =
        new Collector(
            factories::get,
            (number, failed, scenario) -> session(opening, number, failed, scenario),
            console,
            lanes,
            repetitions,
            selected.hidden(),
            settings,
            (scenario, timeline) -> {
              reports.add(scenario, timeline);
              live.ended(scenario);
            },
            new EvidenceKeeper(settings, sessions().settings()));
    var cucumber =
        Gherkin.prepared(
            settings,
            lanes.number(),
            factories::get,
            () -> selected.hidden().in(factories.get().session()),
            losses,
            List.of(collector, live));
    // The first scenario would wait for it anyway; said before it, the lines stand in order.
    var cluster = opening.get().cluster();
    console.tell("cluster", cluster.name());
    var ready = Instant.now();
    var before = cluster.requests();
    try (live) {
      live.begin();
      cucumber.run();
    }
    var asked = cluster.requests().since(before);
    var result =
        new RunResult(
            began,
            Duration.between(began, Instant.now()),
            cluster.name(),
            new RunResult.Requests(asked.api(), asked.logs()),
            collector.results(),
            repetitions.statistics());
    durations.keep(result.scenarios());
    if (settings.output().timings()) {
      timings(cluster, collector, checked, ready);
      console.answer("requests", inWords(asked, planned.size()));
    }
    return result;
  }

  private boolean sharesNamespace() {
    return clusterSettings.choice() instanceof ClusterChoice.Existing existing
        && !existing.namespace().isEmpty();
  }

  private PodSession session(
      OpenedCluster opening, int number, Optional<Place> failed, TestCase scenario) {
    return sessions()
        .of(
            () -> settings.selection().failFast() ? orSkip(opening, failed) : opening.get(),
            number,
            scenario);
  }

  private Sessions sessions() {
    return new Sessions(began, settings.waits(), surroundings);
  }

  private static ClusterAccess orSkip(OpenedCluster opening, Optional<Place> failed) {
    failed.ifPresent(
        place -> {
          throw StepProblem.skip("--fail-fast, and " + place.inWords() + " was not satisfied");
        });
    return opening.get();
  }

  private void timings(Cluster cluster, Collector collector, Instant checked, Instant ready) {
    console.answer("", "");
    time("start and check", Duration.between(began, checked));
    cluster.phases().forEach(phase -> time(phase.name(), phase.took()));
    time("cluster, in all", Duration.between(checked, ready));
    collector
        .firstVerdict()
        .ifPresent(
            verdict -> {
              time("first scenario to first verdict", Duration.between(ready, verdict));
              time("start to first verdict", Duration.between(began, verdict));
            });
  }

  private static String inWords(RequestCount asked, int scenarios) {
    return String.format(
        Locale.ROOT,
        "%6.1f  to the API server for each scenario (%d in all), and %d streams of logs",
        asked.api() / (double) scenarios,
        asked.api(),
        asked.logs());
  }

  private void time(String what, Duration took) {
    console.answer(
        "timing", String.format(Locale.ROOT, "%6.2fs  %s", took.toMillis() / 1000.0, what));
  }
}
