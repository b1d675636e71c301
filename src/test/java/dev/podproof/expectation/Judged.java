package dev.podproof.expectation;

import static dev.podproof.lifecycle.Histories.seconds;

import dev.podproof.lifecycle.Histories;
import java.time.Duration;

/**
 * Judges as these tests do: the last action was at second 0, the step is reached at second 1, and a
 * state that only somebody else could mend is given up after 10 s.
 */
final class Judged {
  static final Duration BUDGET = seconds(60);
  static final ContainerRef APP = ContainerRef.named("app");
  static final ContainerRef INIT = ContainerRef.named("init");
  static final ContainerRef SIDECAR = ContainerRef.named("sidecar");

  private Judged() {}

  /** The verdict at that second, the API having confirmed all that it showed. */
  static Verdict at(double now, Expectation expectation, Histories histories) {
    return expectation.evaluate(histories.confirmedAt(now), asOf(now));
  }

  /** The verdict where the step is reached at that second only. */
  static Verdict asked(double now, Expectation expectation, Histories histories) {
    var asked = new AsOf(Histories.at(0), Histories.at(now), Histories.at(now), seconds(10));
    return expectation.evaluate(histories.confirmedAt(now), asked);
  }

  /** What is known of a milestone at that second. */
  static Occurrence seenAt(double now, Milestone milestone, Histories histories) {
    return milestone.in(histories.confirmedAt(now), asOf(now));
  }

  static AsOf asOf(double now) {
    return new AsOf(Histories.at(0), Histories.at(1), Histories.at(now), seconds(10));
  }
}
