package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The reasoning that expectations share: one history, one question, one aspect. */
record Judgement(History history, AsOf asOf, Aspect aspect) {
  /** The verdict where the window's end is all that is waited for and nothing happened in it. */
  Verdict atEndOf(Interval window, Verdict ifNothingHappened, String meanwhile) {
    if (window.latest().equals(Instant.MAX)) {
      return new CannotTell(meanwhile + "; the witnesses do not tell when");
    }
    if (!isKnown(window.latest())) {
      return openUntil(window.latest(), meanwhile);
    }
    return aspect
        .gap(history, window)
        .<Verdict>map(
            gap ->
                new CannotTell(
                    "the "
                        + gap.witness().inWords()
                        + " witness has a gap "
                        + times().of(gap.interval())
                        + " ("
                        + gap.why()
                        + ")"))
        .orElse(ifNothingHappened);
  }

  /** The verdict where this aspect has nothing to show that came before a moment. */
  Verdict notBefore(Moment moment, Verdict ifNothingHappened, String meanwhile) {
    var began = history.began();
    var latest = moment.interval().latest();
    var end = latest.isBefore(began) ? began : latest;
    return atEndOf(new Interval(began, end), ifNothingHappened, meanwhile);
  }

  /** The verdict where a moment may lie on either side of an instant. */
  Verdict straddling(Instant line, String words) {
    return isKnown(line) ? new CannotTell(words) : openUntil(line, words);
  }

  /** That one of these cannot be told from others; empty where it is clear what each means. */
  static Optional<Verdict> unclear(Occurrence... occurrences) {
    return Stream.of(occurrences)
        .filter(Occurrence.Unclear.class::isInstance)
        .map(one -> (Verdict) new CannotTell(((Occurrence.Unclear) one).because()))
        .findFirst();
  }

  /** Whether every witness that matters has spoken of the time up to that instant. */
  boolean isKnown(Instant upTo) {
    // Of an end that nobody knows more will not be heard.
    return upTo.equals(Instant.MAX) || aspect.isKnown(history, upTo, asOf.now());
  }

  /** Not decided before the witnesses have spoken of that instant. */
  Verdict openUntil(Instant instant, String meanwhile) {
    // Who was not asked before has not fallen silent.
    var due = instant.isAfter(asOf.asked()) ? instant : asOf.asked();
    return aspect.fellSilent(history, due, asOf.now())
        ? new CannotTell(
            "the "
                + aspect.witness(history).inWords()
                + " witness fell silent before "
                + times().of(instant))
        : new StillOpen(aspect.settledBy(history, instant), instant, meanwhile);
  }

  /** Something that can no longer happen: false as soon as all that led there is known. */
  Verdict impossible(Occurrence.Impossible impossible) {
    return isKnown(impossible.since())
        ? new Violated(impossible.because())
        : openUntil(impossible.since(), impossible.because());
  }

  Verdict satisfied(String what, Moment moment) {
    return new Satisfied(what + " " + at(moment));
  }

  String at(Moment moment) {
    return times().of(moment.interval()) + " (" + moment.witnesses() + disputed(moment) + ")";
  }

  RelativeTime times() {
    return new RelativeTime(history.began());
  }

  private static String disputed(Moment moment) {
    return moment.disputed() ? ", who contradict each other" : "";
  }
}
