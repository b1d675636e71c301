package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * None of some milestones is reached between two others.
 *
 * @param words the demand as it was put
 * @param from empty for the beginning of the recording
 * @param to empty for the question; where it is there, it must be reached within the budget
 */
public record NeverWithin(
    String words,
    List<Milestone> milestones,
    Optional<Milestone> from,
    Optional<Milestone> to,
    Duration budget)
    implements Expectation {
  public NeverWithin {
    milestones = List.copyOf(milestones);
  }

  /** It is not reached before the other one is. */
  public static NeverWithin until(Milestone milestone, Milestone to, Duration budget) {
    return new NeverWithin(
        "never until " + to.inWords() + ": " + milestone.inWords(),
        List.of(milestone),
        Optional.empty(),
        Optional.of(to),
        budget);
  }

  /** It is not reached between the others. */
  public static NeverWithin between(
      Milestone milestone, Milestone from, Milestone to, Duration budget) {
    return new NeverWithin(
        "never between " + from.inWords() + " and " + to.inWords() + ": " + milestone.inWords(),
        List.of(milestone),
        Optional.of(from),
        Optional.of(to),
        budget);
  }

  /** None of them has been reached since another one. */
  public static NeverWithin since(
      String words, List<Milestone> milestones, Milestone from, Duration budget) {
    return new NeverWithin(words, milestones, Optional.of(from), Optional.empty(), budget);
  }

  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    return milestones.stream()
        .flatMap(one -> Judgement.unclear(one.in(history, asOf)).stream())
        .findFirst()
        .orElseGet(() -> judge(history, asOf));
  }

  private Verdict judge(History history, AsOf asOf) {
    var begin = moment(from, history, asOf);
    if (from.isPresent() && begin.isEmpty()) {
      return new Eventually(from.get(), budget).evaluate(history, asOf);
    }
    var end = moment(to, history, asOf);
    var window =
        new Window(
            begin.orElse(Moment.seenBy(Witness.HARNESS, Interval.at(history.began()))),
            end.orElse(Moment.seenBy(Witness.HARNESS, Interval.at(asOf.asked()))));
    if (to.isPresent() && end.isEmpty()) {
      return inside(window.openEnded(), history, asOf)
          .map(time -> unlessTheEndCame(to.get(), time, history, asOf))
          .orElseGet(() -> new Eventually(to.get(), budget).evaluate(history, asOf));
    }
    var judged =
        inside(window, history, asOf)
            .<Verdict>map(time -> new Violated(time.words(history, asOf)))
            .or(() -> doubt(window, history, asOf))
            .orElseGet(() -> absence(window, history, asOf));
    var awaited = Stream.of(from, to).flatMap(Optional::stream);
    return Eventually.unlessLate(judged, awaited, budget, history, asOf);
  }

  private static Optional<Moment> moment(
      Optional<Milestone> milestone, History history, AsOf asOf) {
    return milestone.flatMap(
        one ->
            one.in(history, asOf) instanceof Occurrence.Happened happened
                ? Optional.of(happened.moment())
                : Optional.empty());
  }

  private Optional<Time> inside(Window window, History history, AsOf asOf) {
    return times(history, asOf).filter(time -> window.certainlyHolds(time.moment())).findFirst();
  }

  // The end may have come first, and its witness may be the slower one.
  private static Verdict unlessTheEndCame(Milestone end, Time time, History history, AsOf asOf) {
    var words = time.words(history, asOf);
    return new Judgement(history, asOf, end.aspect())
        .notBefore(time.moment(), new Violated(words), words);
  }

  private Optional<Verdict> doubt(Window window, History history, AsOf asOf) {
    return times(history, asOf)
        .filter(time -> window.mayHold(time.moment()))
        .findFirst()
        .map(
            time ->
                new Judgement(history, asOf, time.milestone().aspect())
                    .straddling(
                        window.end().interval().latest(),
                        time.words(history, asOf) + ", which may be within the time"));
  }

  private Verdict absence(Window window, History history, AsOf asOf) {
    return new AllOf(
            words,
            milestones.stream()
                .<Expectation>map(milestone -> new Absence(milestone, window))
                .toList())
        .evaluate(history, asOf);
  }

  private Stream<Time> times(History history, AsOf asOf) {
    return milestones.stream()
        .flatMap(
            milestone ->
                milestone.every(history, asOf).stream().map(moment -> new Time(milestone, moment)));
  }

  /** One time at which a milestone was reached. */
  private record Time(Milestone milestone, Moment moment) {
    String words(History history, AsOf asOf) {
      return milestone.inPast() + " " + new Judgement(history, asOf, milestone.aspect()).at(moment);
    }
  }

  /** From one moment to another, neither of which is known exactly. */
  private record Window(Moment begin, Moment end) {
    Window openEnded() {
      return new Window(begin, Moment.seenBy(Witness.HARNESS, Interval.at(Instant.MAX)));
    }

    boolean certainlyHolds(Moment moment) {
      return begin.isBefore(moment) && moment.isBefore(end);
    }

    boolean mayHold(Moment moment) {
      return !moment.isBefore(begin) && !end.isBefore(moment);
    }
  }

  /** Nothing of the kind was heard of, and everything that could tell has spoken. */
  private record Absence(Milestone milestone, Window window) implements Expectation {
    @Override
    public Verdict evaluate(History history, AsOf asOf) {
      var judgement = new Judgement(history, asOf, milestone.aspect());
      var begin =
          window.begin().interval().earliest().equals(Instant.MIN)
              ? history.began()
              : window.begin().interval().earliest();
      var end = window.end().interval().latest();
      return judgement.atEndOf(
          new Interval(begin, end.isBefore(begin) ? begin : end),
          new Satisfied(
              "nothing of the kind from "
                  + judgement.times().of(begin)
                  + " to "
                  + judgement.times().of(end)
                  + " ("
                  + milestone.aspect().witness(history).inWords()
                  + ")"),
          "nothing of the kind so far");
    }

    @Override
    public String inWords() {
      return milestone.inWords();
    }
  }

  @Override
  public String inWords() {
    return words;
  }

  @Override
  public Optional<PodRef> pod() {
    return milestones.stream().map(Milestone::pod).flatMap(Optional::stream).findFirst();
  }
}
