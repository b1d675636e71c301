package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;

/** What was asked for outside the history, such as a command's output, and what came. */
public record Observed(String demand, boolean asDemanded, String seen) implements Expectation {
  /** The same demand, with the time that it was given. */
  public Observed within(Duration time) {
    return new Observed(demand + " within " + RelativeTime.seconds(time), asDemanded, seen);
  }

  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    return asDemanded ? new Verdict.Satisfied(seen) : new Verdict.Violated(seen);
  }

  @Override
  public String inWords() {
    return demand;
  }
}
