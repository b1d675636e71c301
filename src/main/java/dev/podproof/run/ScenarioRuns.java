package dev.podproof.run;

import dev.podproof.action.ReadBack;
import dev.podproof.manifest.Manifest;
import dev.podproof.mutation.Mutant;
import dev.podproof.report.ConsoleReport;
import dev.podproof.report.ScenarioResult;
import dev.podproof.report.ScenarioResult.Place;
import dev.podproof.run.Trials.Trial;
import dev.podproof.session.PodSession;
import dev.podproof.session.StepProblem;
import dev.podproof.settings.RunSettings;
import dev.podproof.steps.ManifestFolder;
import dev.podproof.steps.Manifests;
import io.cucumber.plugin.Plugin;
import io.cucumber.plugin.event.TestCase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Runs single scenarios on one cluster, each in a namespace of its own, changed or not.
 * Thread-safe: every thread that asks runs one of its own.
 */
final class ScenarioRuns {
  /** For what a pod may report while it is only beginning. */
  private static final Duration NO_IMAGE = Duration.ofSeconds(2);

  private final RunSettings settings;
  private final Sessions sessions;
  private final OpenedCluster cluster;
  private final Hidden hidden;
  private final Lanes lanes;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Runs on a cluster.
   *
   * @param hidden what nobody may be shown of them
   */
  ScenarioRuns(RunSettings settings, Sessions sessions, OpenedCluster cluster, Hidden hidden) {
    this.settings = settings;
    this.sessions = sessions;
    this.cluster = cluster;
    this.hidden = hidden;
    this.lanes = new Lanes(settings.parallel());
  }

  /** What came of a scenario, and what was recorded of it. */
  record Ran(ScenarioResult result, Optional<Recording> recording) {}

  /** Runs a scenario as it stands. */
  Ran unchanged(Place scenario) {
    return run(scenario, new SessionFactory(), new Changed(Optional.empty(), sessions), List.of());
  }

  /** Runs mutants; those that may merely be slower at no pace but their own. */
  Trials.Ground at(Optional<Pace> pace) {
    return new Trials.Ground() {
      @Override
      public Trial run(Place scenario, Mutant mutant) {
        var factory = new SessionFactory();
        var haste =
            pace.filter(any -> !mutant.slower())
                .map(one -> new Haste(one, scenario, factory::session));
        var ran =
            ScenarioRuns.this.run(
                scenario,
                factory,
                new Changed(Optional.of(mutant), pace.isPresent() ? hasty(mutant) : sessions),
                haste.<List<Plugin>>map(List::of).orElse(List.of()));
        return new Trial(ran.result(), haste.flatMap(Haste::givenUp), ran.recording());
      }

      @Override
      public boolean storesAlike(Manifest original, Manifest changed) {
        try (var session = sessions.bare(cluster::get, count.incrementAndGet())) {
          return session
              .perform(new ReadBack(original))
              .equals(session.perform(new ReadBack(changed)));
        } catch (StepProblem.Unusable e) {
          // A kind that only another manifest of the scenario makes known proves nothing.
          return false;
        }
      }
    };
  }

  // Nobody can mend an image that no registry has.
  private Sessions hasty(Mutant mutant) {
    return mutant.lacksImage() ? sessions.impatient(NO_IMAGE) : sessions;
  }

  private Ran run(Place scenario, SessionFactory factory, Changed changed, List<Plugin> others) {
    var images = new ImageTime();
    var recording = new Recording.Listener(factory::session);
    var collector =
        new Collector(
            () -> factory,
            changed,
            new ConsoleReport(line -> {}),
            lanes,
            new Repetitions(1),
            hidden,
            settings,
            (result, timeline) -> {},
            new EvidenceKeeper(settings, sessions.settings()));
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
        Stream.concat(Stream.of(recording, collector, images), others.stream()).toList());
    return new Ran(images.without(collector.results().get(0)), recording.recording());
  }

  private final class Changed implements Collector.Sessions {
    private final Optional<Mutant> mutant;
    private final Sessions sessions;

    Changed(Optional<Mutant> mutant, Sessions sessions) {
      this.mutant = mutant;
      this.sessions = sessions;
    }

    @Override
    public PodSession of(int number, Optional<Place> failed, TestCase scenario) {
      return sessions.of(cluster::get, count.incrementAndGet(), scenario);
    }

    @Override
    public Manifests manifests(ManifestFolder folder) {
      return mutant
          .<Manifests>map(one -> new MutantManifests(folder, one, Collector.reach(settings)))
          .orElse(folder);
    }
  }
}
