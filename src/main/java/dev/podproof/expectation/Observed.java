package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;

/**
 * What was asked for outside the history, such as a command's output, and what came.
 *
 * @param unheard whether no answer came, so that it cannot be told
 */
public record Observed(String demand, boolean asDemanded, String seen, boolean unheard)
    implements Expectation {
  /** An answer that came. */
  public Observed(String demand, boolean asDemanded, String seen) {
    this(demand, asDemanded, seen, false);
  }

  /** That no answer came. */
  public static Observed unheard(String demand, String why) {
    return new Observed(demand, false, why, true);
  }

  /** The same demand, with the time that it was given. */
  public Observed within(Duration time) {
    return lasting(" within ", time);
  }

  /** The same demand, of all of a time. */
  public Observed throughout(Duration time) {
    return lasting(" for ", time);
  }

  private Observed lasting(String word, Duration time) {
    return new Observed(demand + word + RelativeTime.seconds(time), asDemanded, seen, unheard);
  }

  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    if (unheard) {
      return new Verdict.CannotTell(seen);
    }
    return asDemanded ? new Verdict.Satisfied(seen) : new Verdict.Violated(seen);
  }

  @Override
  public String inWords() {
    return demand;
  }
}
