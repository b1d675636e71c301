package dev.podproof.steps;

import dev.podproof.expectation.Amount;
import dev.podproof.expectation.Apart;
import dev.podproof.expectation.ContainerExits;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerStarts;
import dev.podproof.expectation.ContainersAre;
import dev.podproof.expectation.Counted;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.NeverWithin;
import dev.podproof.expectation.ObjectIs;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.ObjectTest;
import dev.podproof.expectation.OfEach;
import dev.podproof.expectation.Orders;
import dev.podproof.expectation.Pauses;
import dev.podproof.expectation.PausesGrow;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.SharesVolume;
import dev.podproof.expectation.State;
import dev.podproof.expectation.StaysBetween;
import dev.podproof.expectation.StaysUntil;
import dev.podproof.manifest.PartialObject;
import dev.podproof.session.PodSession;
import dev.podproof.steps.PhraseTypes.Counting;
import dev.podproof.steps.PhraseTypes.Denied;
import dev.podproof.steps.PhraseTypes.PastDenied;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What must happen, must not, how often, and in which order. */
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
  @Then("{milestone} before {moment}")
  public void happensBefore(Milestone first, Milestone second) {
    session.expect(first.before(second, session.budget()));
  }

  /** Both happen, the first after the second. */
  @Then("{milestone} after {moment}")
  public void happensAfter(Milestone second, Milestone first) {
    session.expect(first.before(second, session.budget()));
  }

  /** All three happen, the first between the others. */
  @Then("{milestone} between {moment} and {moment}")
  public void happensBetween(Milestone milestone, Milestone first, Milestone last) {
    session.expect(Orders.between(milestone, first, last, session.budget()));
  }

  /** Not sooner than this after something else. */
  @Then("{milestone} at least {duration} after {moment}")
  public void happensNotBefore(Milestone milestone, Duration least, Milestone from) {
    session.expect(new Apart(milestone, from, least, Optional.empty(), session.budget()));
  }

  /** Not later than this after something else. */
  @Then("{milestone} at most {duration} after {moment}")
  public void happensNotAfter(Milestone milestone, Duration most, Milestone from) {
    session.expect(new Apart(milestone, from, Duration.ZERO, Optional.of(most), session.budget()));
  }

  /** In a span of time after something else. */
  @Then("{milestone} at least {duration} and at most {duration} after {moment}")
  public void happensIn(Milestone milestone, Duration least, Duration most, Milestone from) {
    session.expect(new Apart(milestone, from, least, Optional.of(most), session.budget()));
  }

  /** All of them happen, each before the next one. */
  @Then("it happens in this order:")
  public void happensInOrder(List<String> milestones) {
    session.expect(inOrder(milestones));
  }

  /** The same in each of several pods, which are "the pod" in the table. */
  @Then("in {eachPod} it happens in this order:")
  public void happensInOrderInEach(Subjects.EachPod each, List<String> milestones) {
    session.expect(new OfEach(each.pods(), inOrder(milestones), session.budget()));
  }

  private Expectation inOrder(List<String> milestones) {
    return Orders.inOrder(
        milestones.stream().map(new PhraseTypes(session)::moment).toList(), session.budget());
  }

  /** It does not happen, from the beginning of the recording until this long from now. */
  @Then("{never} for {duration}")
  public void neverHappens(Denied denied, Duration window) {
    session.expect(denied.milestone().neverFor(window));
  }

  /** It does not happen before something else does. */
  @Then("{never} until {moment}")
  public void neverHappensUntil(Denied denied, Milestone until) {
    session.expect(NeverWithin.until(denied.milestone(), until, session.budget()));
  }

  /** It does not happen between two other things. */
  @Then("{never} between {moment} and {moment}")
  public void neverHappensBetween(Denied denied, Milestone from, Milestone to) {
    session.expect(NeverWithin.between(denied.milestone(), from, to, session.budget()));
  }

  /** It has not happened since the beginning of the recording. */
  @Then("{hasNever}")
  public void hasNeverHappened(PastDenied denied) {
    session.expect(denied.milestone().hasNever());
  }

  /** It has not happened since something else did. */
  @Then("{hasNever} since {moment}")
  public void hasNeverHappenedSince(PastDenied denied, Milestone since) {
    var milestone = denied.milestone();
    session.expect(
        NeverWithin.since(
            "never since " + since.inWords() + ": " + milestone.inWords(),
            List.of(milestone),
            since,
            session.budget()));
  }

  /** It has happened so often since the beginning of the recording. */
  @Then("{counted} {amount} time(s)")
  public void hasHappened(Counting counted, Amount amount) {
    session.expect(new Counted(counted.milestone(), amount));
  }

  /** It has happened so often since something else did. */
  @Then("{counted} {amount} time(s) since {moment}")
  public void hasHappenedSince(Counting counted, Amount amount, Milestone since) {
    session.expect(
        new Counted(
            counted.milestone(), amount, Optional.of(new Counted.Since(since, session.budget()))));
  }

  /** The container runs on, or stays ended, as it was then. */
  @Then("{container} is unchanged since {moment}")
  public void isUnchanged(ContainerRef container, Milestone since) {
    session.expect(
        NeverWithin.since(
            container.inWords() + " is unchanged since " + since.inWords(),
            List.of(ContainerStarts.first(container), ContainerExits.anyhow(container)),
            since,
            session.budget()));
  }

  /** It goes on for this long from now. */
  @Then("{stays} for {duration}")
  public void stays(State state, Duration window) {
    session.expect(state.staysFor(window));
  }

  /** It goes on until something happens. */
  @Then("{stays} until {moment}")
  public void staysUntil(State state, Milestone until) {
    session.expect(new StaysUntil(state, until, session.budget()));
  }

  /** It goes on from one thing to another. */
  @Then("{stays} between {moment} and {moment}")
  public void staysBetween(State state, Milestone from, Milestone to) {
    session.expect(new StaysBetween(state, from, to, session.budget()));
  }

  /** Both have a time in common. */
  @Then("{run} overlaps {run}")
  public void overlaps(Orders.Time one, Orders.Time other) {
    session.expect(Orders.overlap(one, other, session.budget()));
  }

  /** The one begins later and ends sooner than the other. */
  @Then("{run} lies within {run}")
  public void liesWithin(Orders.Time inner, Orders.Time outer) {
    session.expect(Orders.within(inner, outer, session.budget()));
  }

  /** Each pause longer than the one before. */
  @Then("the pauses between {pauses} grow{firstPause}")
  public void pausesGrow(Pauses pauses, Duration first) {
    session.expect(new PausesGrow(pauses, first));
  }

  /** A row for each container, a column for each fact; all of it holds at once. */
  @Then("the containers of {pod} are:")
  public void containersAre(PodRef pod, DataTable table) {
    session.expect(
        new ContainersAre(pod, ContainerTable.rows(table.cells()))
            .holds()
            .within(session.budget()));
  }

  /** The fields that matter, as partial YAML. */
  @Then("{object} matches:")
  public void matches(ObjectRef object, String partial) {
    session.expect(
        new ObjectIs(object, new ObjectTest.Like(PartialObject.parse(session.recall(partial))))
            .holds()
            .within(session.budget()));
  }

  /** Both mount it. */
  @Then("containers {text} and {text} share volume {text}")
  public void sharesVolume(String first, String second, String volume) {
    session.expect(new SharesVolume(ContainerRef.named(first), ContainerRef.named(second), volume));
  }
}
