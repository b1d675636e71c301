package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How often a milestone was reached, from the beginning of the recording or from another milestone
 * to the question.
 *
 * @param milestone its first time
 */
public record Counted(Milestone milestone, Amount amount, Optional<Since> since)
    implements Expectation {
  /**
   * From when on is counted.
   *
   * @param budget how long that may take to come
   */
  public record Since(Milestone milestone, Duration budget) {}

  /** Counted from the beginning of the recording. */
  public Counted(Milestone milestone, Amount amount) {
    this(milestone, amount, Optional.empty());
  }

  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    if (since.isEmpty()) {
      return count(history, asOf, Optional.empty());
    }
    var from = since.get();
    return from.milestone().in(history, asOf) instanceof Occurrence.Happened happened
        ? Eventually.unlessLate(
            count(history, asOf, Optional.of(happened.moment())),
            Stream.of(from.milestone()),
            from.budget(),
            history,
            asOf)
        : new Eventually(from.milestone(), from.budget()).evaluate(history, asOf);
  }

  private Verdict count(History history, AsOf asOf, Optional<Moment> from) {
    var judgement = new Judgement(history, asOf, milestone.aspect());
    var occurrence = milestone.in(history, asOf);
    if (occurrence instanceof Occurrence.Unclear unclear) {
      return new Verdict.CannotTell(unclear.because());
    }
    if (occurrence instanceof Occurrence.Impossible impossible
        && impossible.since().equals(java.time.Instant.MIN)) {
      return new Verdict.Violated(impossible.because());
    }
    if (milestone
        .pod()
        .filter(ref -> ref.in(history) instanceof PodRef.Found.NoneYet)
        .isPresent()) {
      return new Verdict.Violated(
          milestone.pod().map(PodRef::inWords).orElse("the pod") + " was not there");
    }
    var moments = milestone.every(history, asOf);
    var certain =
        moments.stream()
            .filter(one -> !one.interval().latest().isAfter(asOf.asked()))
            .filter(one -> from.map(begin -> begin.isBefore(one)).orElse(true))
            .count();
    var possible =
        moments.stream()
            .filter(one -> !one.interval().earliest().isAfter(asOf.asked()))
            .filter(
                one -> from.map(begin -> !one.isBefore(begin) && !isThat(one, begin)).orElse(true))
            .count();
    var words = "that was so " + times(certain, possible);
    var fits = amount.fits(certain);
    if (LongStream.rangeClosed(certain, possible).anyMatch(count -> amount.fits(count) != fits)) {
      return judgement.straddling(asOf.asked(), words);
    }
    var verdict = fits ? new Verdict.Satisfied(words) : new Verdict.Violated(words);
    return amount.isSettledBy(certain)
        ? verdict
        : judgement.atEndOf(new Interval(history.began(), asOf.asked()), verdict, words);
  }

  // Where the same thing is counted since it happened, that time is not counted.
  private boolean isThat(Moment one, Moment begin) {
    return since.filter(from -> from.milestone().equals(milestone)).isPresent()
        && one.equals(begin);
  }

  private static String times(long certain, long possible) {
    return certain == possible
        ? certain + (certain == 1 ? " time" : " times")
        : certain + " to " + possible + " times";
  }

  @Override
  public String inWords() {
    return milestone.inWords()
        + ", "
        + amount.inWords()
        + (amount.number() == 1 ? " time" : " times")
        + since.map(one -> " since " + one.milestone().inWords()).orElse(" up to now");
  }

  @Override
  public Optional<PodRef> pod() {
    return milestone.pod();
  }
}
