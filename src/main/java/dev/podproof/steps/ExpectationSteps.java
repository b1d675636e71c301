package dev.podproof.steps;

import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.State;
import dev.podproof.session.PodSession;
import dev.podproof.steps.ParameterTypes.Denied;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** What must happen, must not, and in which order. */
public final class ExpectationSteps {
  private final PodSession session;

  /** Steps of one scenario. */
  public ExpectationSteps(PodSession session) {
    this.session = session;
  }

  /** It happens, within the usual budget. */
  @Then("{milestone}")
  public void happens(Milestone milestone) {
    session.expect(milestone.within(session.budget()));
  }

  /** It happens within a budget that counts from the scenario's last action. */
  @Then("{milestone} within {duration}")
  public void happensWithin(Milestone milestone, Duration budget) {
    session.expect(milestone.within(budget));
  }

  /** Both happen, the first before the second. */
  @Then("{milestone} before {milestone}")
  public void happensBefore(Milestone first, Milestone second) {
    session.expect(first.before(second, session.budget()));
  }

  /** It does not happen, from the beginning of the recording until this long from now. */
  @Then("{never} for {duration}")
  public void neverHappens(Denied denied, Duration window) {
    session.expect(denied.milestone().neverFor(window));
  }

  /** It has not happened since the beginning of the recording. */
  @Then("{hasNever}")
  public void hasNeverHappened(Denied denied) {
    session.expect(denied.milestone().hasNever());
  }

  /** It goes on for this long from now. */
  @Then("{stays} for {duration}")
  public void stays(State state, Duration window) {
    session.expect(state.staysFor(window));
  }
}
