package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.util.Optional;

/**
 * A milestone is not reached, from the beginning of the recording until a time after the question.
 *
 * <p>It ends at once, violated, when the milestone is reached; it is satisfied only when every
 * witness has spoken of the whole window.
 *
 * @param window counted from the question; zero for "has never"
 */
public record Never(Milestone milestone, Duration window) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var judgement = new Judgement(history, asOf, milestone.aspect());
    var end = asOf.asked().plus(window);
    var occurrence = milestone.in(history, asOf);
    if (occurrence instanceof Occurrence.Unclear unclear) {
      return new CannotTell(unclear.because());
    }
    if (occurrence instanceof Occurrence.Happened happened) {
      var interval = happened.moment().interval();
      var words = milestone.inPast() + " " + judgement.at(happened.moment());
      if (!interval.latest().isAfter(end)) {
        return new Violated(words);
      }
      if (!interval.earliest().isAfter(end)) {
        return judgement.straddling(
            end, words + ", which may be before or after " + judgement.times().of(end));
      }
    }
    return judgement.atEndOf(
        new Interval(history.began(), end),
        new Satisfied("nothing of the kind up to " + judgement.times().of(end) + heard(history)),
        "nothing of the kind so far");
  }

  private String heard(History history) {
    return " (" + milestone.aspect().witness(history).inWords() + ")";
  }

  @Override
  public String inWords() {
    return window.isZero()
        ? "never up to now: " + milestone.inWords()
        : "never for " + RelativeTime.seconds(window) + ": " + milestone.inWords();
  }

  @Override
  public Optional<PodRef> pod() {
    return milestone.pod();
  }
}
