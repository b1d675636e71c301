package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A milestone is reached within a budget that counts from the scenario's last action.
 *
 * <p>It ends early, violated, where the milestone has become impossible or the pod is stuck in a
 * state that only somebody else could mend.
 */
public record Eventually(Milestone milestone, Duration budget) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var judgement = new Judgement(history, asOf, milestone.aspect());
    var deadline = asOf.lastAction().plus(budget);
    var occurrence = milestone.in(history, asOf);
    if (occurrence instanceof Occurrence.Happened happened) {
      return judgeMoment(judgement, happened.moment(), deadline);
    }
    if (occurrence instanceof Occurrence.Impossible impossible) {
      return judgement.impossible(impossible);
    }
    if (occurrence instanceof Occurrence.Unclear unclear) {
      return new CannotTell(unclear.because());
    }
    return judgeAbsence(judgement, ((Occurrence.NotYet) occurrence).instead(), deadline);
  }

  /**
   * A verdict on milestones that were reached: one that came too late would not have been waited
   * for, so its delay is the verdict, unless the demand is violated anyhow.
   */
  static Verdict unlessLate(
      Verdict judged, Stream<Milestone> awaited, Duration budget, History history, AsOf asOf) {
    if (judged instanceof Violated) {
      return judged;
    }
    var due =
        awaited
            .map(one -> new Eventually(one, budget).evaluate(history, asOf))
            .filter(one -> !(one instanceof Satisfied))
            .toList();
    return due.stream()
        .filter(Violated.class::isInstance)
        .findFirst()
        .or(() -> due.stream().findFirst())
        .orElse(judged);
  }

  private Verdict judgeMoment(Judgement judgement, Moment moment, Instant deadline) {
    var interval = moment.interval();
    if (!interval.latest().isAfter(deadline)) {
      return judgement.satisfied(milestone.inPast(), moment);
    }
    if (interval.earliest().isAfter(deadline)) {
      var late = Duration.between(deadline, interval.earliest());
      return new Violated(
          milestone.inPast()
              + " "
              + judgement.at(moment)
              + ", "
              + RelativeTime.seconds(late)
              + " late");
    }
    return judgement.straddling(
        deadline,
        milestone.inPast()
            + " "
            + judgement.at(moment)
            + ", which may be before or after the deadline at "
            + judgement.times().of(deadline));
  }

  private Verdict judgeAbsence(Judgement judgement, String instead, Instant deadline) {
    var stuck = Stuck.of(milestone, judgement.history(), judgement.asOf());
    if (stuck.isPresent()) {
      return new Violated(stuck.get());
    }
    return judgement.atEndOf(
        new Interval(judgement.asOf().lastAction(), deadline),
        new Violated(instead + " at " + judgement.times().of(deadline)),
        instead);
  }

  @Override
  public String inWords() {
    return milestone.inWords() + " within " + RelativeTime.seconds(budget);
  }

  @Override
  public Optional<PodRef> pod() {
    return milestone.pod();
  }
}
