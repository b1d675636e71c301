package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state holds when one milestone is reached, and without a break until another is.
 *
 * @param budget how long each of the two may take to come, from the scenario's last action
 */
public record StaysBetween(State state, Milestone from, Milestone to, Duration budget)
    implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    if (!(from.in(history, asOf) instanceof Occurrence.Happened first)) {
      return new Eventually(from, budget).evaluate(history, asOf);
    }
    if (!(to.in(history, asOf) instanceof Occurrence.Happened last)) {
      return new Eventually(to, budget).evaluate(history, asOf);
    }
    var judgement = new Judgement(history, asOf, state.aspect());
    var judged = between(judgement, history, first.moment(), last.moment());
    return Eventually.unlessLate(judged, Stream.of(from, to), budget, history, asOf);
  }

  private Verdict between(Judgement judgement, History history, Moment begin, Moment end) {
    var words =
        from.inPast() + " " + judgement.at(begin) + ", " + to.inPast() + " " + judgement.at(end);
    var window = window(begin, end);
    var span =
        state.spans(history).stream()
            .filter(one -> !begin.isBefore(one.from()))
            .reduce((earlier, later) -> later);
    if (end.isBefore(begin) || span.isEmpty()) {
      var known = end.isBefore(begin) ? end : begin;
      return Judgement.unclear(state.absence(history))
          .orElseGet(
              () ->
                  judgement.notBefore(known, new Violated("it was not so then: " + words), words));
    }
    var broken = span.get().until();
    if (broken.filter(ended -> ended.isBefore(end)).isPresent()) {
      var told = "it ended " + judgement.at(broken.get()) + "; " + words;
      return judgement.atEndOf(window, new Violated(told), told);
    }
    if (begin.isBefore(end)
        && span.get().from().isNoLaterThan(begin)
        && broken.map(end::isNoLaterThan).orElse(true)) {
      return judgement.atEndOf(
          window, new Satisfied("without a break: " + words), "so far without a break");
    }
    return judgement.straddling(
        latest(begin, end, span.get().from(), broken),
        words + "; no witness tells whether it was so all the time");
  }

  private static Interval window(Moment begin, Moment end) {
    var from = begin.interval().earliest();
    var to = end.interval().latest();
    return new Interval(from.isBefore(to) ? from : to, to);
  }

  private static Instant latest(Moment begin, Moment end, Moment since, Optional<Moment> broken) {
    return Stream.concat(Stream.of(begin, end, since), broken.stream())
        .map(moment -> moment.interval().latest())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Override
  public String inWords() {
    return state.inWords() + " between " + from.inWords() + " and " + to.inWords();
  }

  @Override
  public Optional<PodRef> pod() {
    return state.ofPod();
  }
}
