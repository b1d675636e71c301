package dev.podproof.run;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.project.Surroundings;
import dev.podproof.session.SessionSettings;
import dev.podproof.settings.RunSettings.Waits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long the sessions of a run wait. */
class SessionsTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private static Sessions bearing(Duration patience) {
    return new Sessions(
        Instant.EPOCH,
        new Waits(Duration.ofSeconds(60), patience, Duration.ofSeconds(3)),
        Surroundings.NONE);
  }

  @Test
  void those_that_are_impatient_bear_less_and_wait_as_long_for_all_else() {
    then(bearing(Duration.ofSeconds(10)).impatient(TWO_SECONDS).settings())
        .isEqualTo(new SessionSettings(Duration.ofSeconds(60), TWO_SECONDS, Duration.ofSeconds(3)));
  }

  @Test
  void who_bears_even_less_stays_so() {
    then(bearing(Duration.ofSeconds(1)).impatient(TWO_SECONDS).settings().patience())
        .isEqualTo(Duration.ofSeconds(1));
  }
}
