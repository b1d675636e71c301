package dev.podproof.run;

import dev.podproof.mutation.Mutant;
import dev.podproof.project.Surroundings;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.session.PodSession;
import dev.podproof.session.SessionSettings;
import dev.podproof.settings.RunSettings;
import dev.podproof.steps.ManifestFolder;
import dev.podproof.steps.Manifests;
import io.cucumber.plugin.event.TestCase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs single scenarios on one cluster, each in a namespace of its own, changed or not.
 * Thread-safe: every thread that asks runs one of its own.
 */
final class ScenarioRuns {
  private final RunSettings settings;
  private final Surroundings surroundings;
  private final OpenedCluster cluster;
  private final Hidden hidden;
  private final String prefix;
  private final Lanes lanes;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Runs on a cluster.
   *
   * @param hidden what nobody may be shown of them
   * @param prefix what the names of the namespaces begin with
   */
  ScenarioRuns(
      RunSettings settings,
      Surroundings surroundings,
      OpenedCluster cluster,
      Hidden hidden,
      String prefix) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.cluster = cluster;
    this.hidden = hidden;
    this.prefix = prefix;
    this.lanes = new Lanes(settings.parallel());
  }

  /** A session that belongs to no scenario. */
  PodSession session() {
    return new PodSession(cluster::get, name(), waits(), List.of());
  }

  /** Runs a scenario as it stands, or with a changed manifest in the place of the original. */
  ScenarioResult run(Place scenario, Optional<Mutant> mutant) {
    var factory = new SessionFactory();
    var collector =
        new Collector(
            () -> factory,
            new Sessions(mutant),
            new ConsoleReport(line -> {}),
            lanes,
            new Repetitions(1),
            hidden,
            settings,
            (result, timeline) -> {},
            new EvidenceKeeper(settings, waits()));
    Gherkin.run(
        new RunSettings(
            List.of(scenario.inWords()),
            settings.selection(),
            1,
            settings.waits(),
            settings.output()),
        false,
        1,
        () -> factory,
        List.of(collector));
    return collector.results().get(0);
  }

  private final class Sessions implements Collector.Sessions {
    private final Optional<Mutant> mutant;

    Sessions(Optional<Mutant> mutant) {
      this.mutant = mutant;
    }

    @Override
    public PodSession of(int number, Optional<Place> failed, TestCase scenario) {
      return new PodSession(cluster::get, name(), waits(), Background.of(surroundings, scenario));
    }

    @Override
    public Manifests manifests(ManifestFolder folder) {
      return mutant
          .<Manifests>map(one -> new MutantManifests(folder, one, Collector.reach(settings)))
          .orElse(folder);
    }
  }

  private String name() {
    return prefix + "-" + count.incrementAndGet();
  }

  private SessionSettings waits() {
    var waits = settings.waits();
    return new SessionSettings(waits.budget(), waits.patience(), waits.reportingDelay());
  }
}
