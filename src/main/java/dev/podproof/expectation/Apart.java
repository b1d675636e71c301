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

/**
 * One milestone is reached a time after another that is at least, at most, or between the given.
 *
 * <p>Both moments are intervals, so their distance is one; where it reaches over a bound, the
 * answer is {@link CannotTell}.
 *
 * @param later the one that is measured
 * @param earlier the one from which it is measured
 * @param least zero where only the upper bound counts; then the later one may even come first
 * @param most empty where only the lower bound counts
 */
public record Apart(
    Milestone later, Milestone earlier, Duration least, Optional<Duration> most, Duration budget)
    implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var one = new Eventually(earlier, budget).evaluate(history, asOf);
    if (!(one instanceof Satisfied)
        || !(earlier.in(history, asOf) instanceof Occurrence.Happened from)) {
      return one;
    }
    var ended = from.moment().interval().latest();
    var wait = new Eventually(later, time(asOf, ended)).evaluate(history, asOf);
    if (later.in(history, asOf) instanceof Occurrence.Happened to) {
      var judgement = new Judgement(history, asOf, later.aspect());
      var apart = judge(judgement, from.moment(), to.moment());
      return apart instanceof Satisfied && !(wait instanceof Satisfied) ? wait : apart;
    }
    if (most.isPresent() && !ended.equals(Instant.MAX)) {
      var end = ended.plus(most.get());
      var judgement = new Judgement(history, asOf, later.aspect());
      if (judgement.isKnown(end)) {
        return judgement.atEndOf(
            new Interval(ended, end),
            new Violated(later.inWords() + " had not come by " + judgement.times().of(end)),
            "");
      }
    }
    return wait;
  }

  // The bounds say how long to wait; the budget is for what they leave open.
  private Duration time(AsOf asOf, Instant ended) {
    if (most.isEmpty() || ended.equals(Instant.MAX)) {
      return budget.plus(least);
    }
    var time = Duration.between(asOf.lastAction(), ended.plus(most.get()));
    return time.isNegative() ? Duration.ZERO : time;
  }

  private Verdict judge(Judgement judgement, Moment from, Moment to) {
    var shortest = distance(from.interval().latest(), to.interval().earliest());
    var longest = distance(from.interval().earliest(), to.interval().latest());
    var words =
        earlier.inPast()
            + " "
            + judgement.at(from)
            + ", "
            + later.inPast()
            + " "
            + judgement.at(to)
            + ": "
            + between(shortest, longest)
            + " later";
    var longEnough = shortest.filter(time -> time.compareTo(least) >= 0).isPresent();
    var shortEnough =
        most.isEmpty() || longest.filter(time -> time.compareTo(most.get()) <= 0).isPresent();
    if ((least.isZero() || longEnough) && shortEnough) {
      return new Satisfied(words);
    }
    var tooShort = longest.filter(time -> time.compareTo(least) < 0).isPresent();
    var tooLong = shortest.filter(time -> most.filter(m -> time.compareTo(m) > 0).isPresent());
    if ((!least.isZero() && tooShort) || tooLong.isPresent()) {
      return new Violated(words);
    }
    return judgement.straddling(to.interval().latest(), words + ", which may be on either side");
  }

  private static Optional<Duration> distance(Instant from, Instant to) {
    return from.equals(Instant.MIN)
            || to.equals(Instant.MIN)
            || from.equals(Instant.MAX)
            || to.equals(Instant.MAX)
        ? Optional.empty()
        : Optional.of(Duration.between(from, to));
  }

  private static String between(Optional<Duration> shortest, Optional<Duration> longest) {
    var low = shortest.map(RelativeTime::seconds);
    var high = longest.map(RelativeTime::seconds);
    if (low.isPresent() && low.equals(high)) {
      return low.get();
    }
    return low.map(text -> "at least " + text).orElse("")
        + (low.isPresent() && high.isPresent() ? ", " : "")
        + high.map(text -> "at most " + text).orElse("");
  }

  @Override
  public String inWords() {
    return later.inWords()
        + (least.isZero() ? "" : " at least " + RelativeTime.seconds(least))
        + (!least.isZero() && most.isPresent() ? " and" : "")
        + most.map(time -> " at most " + RelativeTime.seconds(time)).orElse("")
        + " after "
        + earlier.inWords();
  }

  @Override
  public Optional<PodRef> pod() {
    return later.pod().or(earlier::pod);
  }
}
