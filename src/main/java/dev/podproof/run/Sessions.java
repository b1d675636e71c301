package dev.podproof.run;

import dev.podproof.project.Surroundings;
import dev.podproof.session.PodSession;
import dev.podproof.session.PodSession.ClusterAccess;
import dev.podproof.session.SessionSettings;
import dev.podproof.settings.RunSettings.Waits;
import io.cucumber.plugin.event.TestCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes the sessions of one run, each with a namespace of its own.
 *
 * @param began when the run did, which tells its namespaces from those of others
 */
record Sessions(Instant began, Waits waits, Surroundings surroundings) {
  /** The session of a scenario, for which its surroundings are made first. */
  PodSession of(Supplier<ClusterAccess> access, int number, TestCase scenario) {
    return new PodSession(access, name(number), settings(), Background.of(surroundings, scenario));
  }

  /** A session that belongs to no scenario. */
  PodSession bare(Supplier<ClusterAccess> access, int number) {
    return new PodSession(access, name(number), settings(), List.of());
  }

  /** How long they wait. */
  SessionSettings settings() {
    return new SessionSettings(waits.budget(), waits.patience(), waits.reportingDelay());
  }

  /** The same, which bear no longer than that what only somebody else could mend. */
  Sessions impatient(Duration patience) {
    var shorter = patience.compareTo(waits.patience()) < 0 ? patience : waits.patience();
    return new Sessions(
        began, new Waits(waits.budget(), shorter, waits.reportingDelay()), surroundings);
  }

  private String name(int number) {
    return "podproof-" + Long.toString(began.toEpochMilli(), 36) + "-" + number;
  }
}
