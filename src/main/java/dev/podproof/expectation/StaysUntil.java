package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A state holds when asked about, and without a break until a milestone is reached. */
public record StaysUntil(State state, Milestone until, Duration budget) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var judgement = new Judgement(history, asOf, state.aspect());
    var reached =
        until.in(history, asOf) instanceof Occurrence.Happened happened
            ? Optional.of(happened.moment())
            : Optional.<Moment>empty();
    // Where the end has come before the question, the time before it is what is asked about.
    var early = reached.filter(end -> end.interval().latest().isBefore(asOf.asked()));
    var line = early.orElse(Moment.seenBy(Witness.HARNESS, Interval.at(asOf.asked())));
    var span =
        state.spans(history).stream()
            .filter(one -> !line.isBefore(one.from()))
            .reduce((earlier, later) -> later);
    if (span.isEmpty() && early.isEmpty()) {
      return new Stays(state, Duration.ZERO).evaluate(history, asOf);
    }
    var judged =
        span.map(held -> judge(judgement, held, line, reached, history, asOf))
            .orElseGet(() -> notThen(judgement, line));
    return Eventually.unlessLate(judged, Stream.of(until), budget, history, asOf);
  }

  private Verdict judge(
      Judgement judgement,
      Span span,
      Moment line,
      Optional<Moment> reached,
      History history,
      AsOf asOf) {
    var begin = span.from();
    if (!begin.isNoLaterThan(line)) {
      return judgement.straddling(
          later(begin.interval().latest(), line.interval().latest()),
          state.inWords() + " " + judgement.at(begin) + ", perhaps only after that");
    }
    return span.until()
        .map(broken -> afterBreak(judgement, broken, reached, history, asOf))
        .orElseGet(() -> unbroken(judgement, reached, history, asOf));
  }

  private Verdict notThen(Judgement judgement, Moment line) {
    var words = "it was not so then: " + until.inPast() + " " + judgement.at(line);
    return Judgement.unclear(state.absence(judgement.history()))
        .orElseGet(() -> judgement.notBefore(line, new Violated(words), words));
  }

  private Verdict afterBreak(
      Judgement judgement, Moment broken, Optional<Moment> reached, History history, AsOf asOf) {
    var words = "it ended " + judgement.at(broken);
    if (reached.isEmpty()) {
      var alone = words + " and " + until.inWords() + " had not come";
      return new Judgement(history, asOf, until.aspect())
          .notBefore(broken, new Violated(alone), alone);
    }
    var moment = reached.get();
    var both = words + ", " + until.inPast() + " " + judgement.at(moment);
    if (moment.isBefore(broken)) {
      return new Satisfied(both);
    }
    if (broken.isBefore(moment)) {
      return new Violated(both);
    }
    return judgement.straddling(
        later(moment.interval().latest(), broken.interval().latest()),
        both + "; no witness tells which came first");
  }

  private Verdict unbroken(
      Judgement judgement, Optional<Moment> reached, History history, AsOf asOf) {
    if (reached.isEmpty()) {
      return new Eventually(until, budget).evaluate(history, asOf);
    }
    var end = later(history.began(), reached.get().interval().latest());
    return judgement.atEndOf(
        new Interval(history.began(), end),
        new Satisfied("without a break until " + judgement.times().of(end)),
        "so far without a break");
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  @Override
  public String inWords() {
    return state.inWords() + " until " + until.inWords();
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
