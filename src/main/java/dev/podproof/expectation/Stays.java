package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A state holds when asked about, and without a break for a time after that. */
public record Stays(State state, Duration window) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var judgement = new Judgement(history, asOf, state.aspect());
    var held =
        state.spans(history).stream()
            .filter(span -> mayHoldAt(span, asOf.asked()))
            .reduce((earlier, later) -> later);
    var end = asOf.asked().plus(window);
    return held.map(span -> judgeSpan(judgement, span, end))
        .orElseGet(() -> judgeAbsence(judgement));
  }

  private Verdict judgeSpan(Judgement judgement, Span span, Instant end) {
    var asked = judgement.asOf().asked();
    if (span.from().interval().latest().isAfter(asked)) {
      return judgement.straddling(
          asked,
          state.inWords() + " " + judgement.at(span.from()) + ", perhaps after the question");
    }
    var broken = span.until().flatMap(until -> judgeBreak(judgement, until, end));
    return broken.orElseGet(
        () ->
            judgement.atEndOf(
                new Interval(asked, end),
                new Satisfied(
                    "without a break from "
                        + judgement.times().of(asked)
                        + " to "
                        + judgement.times().of(end)),
                "so far without a break"));
  }

  private Optional<Verdict> judgeBreak(Judgement judgement, Moment until, Instant end) {
    var words = "it ended " + judgement.at(until);
    if (!until.interval().latest().isAfter(end)) {
      return Optional.of(new Violated(words));
    }
    return until.interval().earliest().isAfter(end)
        ? Optional.empty()
        : Optional.of(judgement.straddling(end, words + ", which may be within the time"));
  }

  private Verdict judgeAbsence(Judgement judgement) {
    var absence = state.absence(judgement.history());
    return Judgement.unclear(absence).orElseGet(() -> notThen(judgement, absence));
  }

  private static Verdict notThen(Judgement judgement, Occurrence absence) {
    var asked = judgement.asOf().asked();
    var instead =
        absence instanceof Occurrence.NotYet notYet
            ? notYet.instead()
            : absence instanceof Occurrence.Impossible impossible
                ? impossible.because()
                : "it is not so";
    return judgement.atEndOf(
        new Interval(judgement.history().began(), asked),
        new Violated(instead + " at " + judgement.times().of(asked)),
        instead);
  }

  private static boolean mayHoldAt(Span span, Instant asked) {
    return !span.from().interval().earliest().isAfter(asked)
        && span.until().map(u -> u.interval().latest().isAfter(asked)).orElse(true);
  }

  @Override
  public String inWords() {
    return state.inWords() + " for " + RelativeTime.seconds(window);
  }

  @Override
  public boolean isOfNow() {
    return true;
  }

  @Override
  public Optional<PodRef> pod() {
    return state.ofPod();
  }
}
