package dev.podproof.expectation;

import dev.podproof.expectation.Occurrence.Happened;
import dev.podproof.expectation.Occurrence.Impossible;
import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two milestones are both reached, the first certainly before the second.
 *
 * <p>Unless the second may be missing, it is not satisfied by the second never being reached. Where
 * both were reached and no witness orders them, the answer is {@link CannotTell}.
 */
public record Before(Milestone first, Milestone second, Duration budget, boolean secondMayBeMissing)
    implements Expectation {
  /** Both are demanded. */
  public Before(Milestone first, Milestone second, Duration budget) {
    this(first, second, budget, false);
  }

  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var one = first.in(history, asOf);
    var two = second.in(history, asOf);
    return Judgement.unclear(one, two).orElseGet(() -> judge(one, two, history, asOf));
  }

  private Verdict judge(Occurrence one, Occurrence two, History history, AsOf asOf) {
    if (two instanceof Happened happened) {
      return one instanceof Happened before
          ? unlessLate(history, asOf, order(history, asOf, before.moment(), happened.moment()))
          : secondAlone(history, asOf, happened.moment());
    }
    if (one instanceof Impossible impossible) {
      return new Judgement(history, asOf, first.aspect()).impossible(impossible);
    }
    if (secondMayBeMissing) {
      return firstAlone(history, asOf, one);
    }
    // Both are demanded, so the wait is for the second as if it stood alone.
    return new Eventually(second, budget).evaluate(history, asOf);
  }

  private Verdict order(History history, AsOf asOf, Moment one, Moment two) {
    var judgement = new Judgement(history, asOf, first.aspect());
    var words = told(judgement, first, one) + ", " + told(judgement, second, two);
    if (one.isBefore(two)) {
      return new Satisfied(words + inStore(one, two, "the first"));
    }
    if (two.isBefore(one)) {
      return new Violated(words + inStore(two, one, "the second"));
    }
    if (StatusOrder.showsFirst(history, first, second)) {
      return new Satisfied(words + "; a status of the pod has the first without the second");
    }
    if (StatusOrder.showsFirst(history, second, first)) {
      return new Violated(words + "; a status of the pod has the second without the first");
    }
    var latest = later(one.interval().latest(), two.interval().latest());
    var open =
        Stream.of(first.aspect(), second.aspect())
            .map(a -> new Judgement(history, asOf, a))
            .filter(j -> !j.isKnown(latest))
            .findFirst();
    return open.map(j -> j.openUntil(latest, words))
        .orElseGet(() -> new CannotTell(words + "; no witness tells which came first"));
  }

  private static String inStore(Moment one, Moment two, String which) {
    return one.interval().isBefore(two.interval())
        ? ""
        : "; the API server wrote " + which + " before";
  }

  // A wait would have ended at the deadline, so what came later counts no more.
  private Verdict unlessLate(History history, AsOf asOf, Verdict ordered) {
    var last = secondMayBeMissing ? first : second;
    var due = new Eventually(last, budget).evaluate(history, asOf);
    var counts =
        ordered instanceof Satisfied ? !(due instanceof Satisfied) : due instanceof Violated;
    return counts && !(ordered instanceof Violated) ? due : ordered;
  }

  private Verdict firstAlone(History history, AsOf asOf, Occurrence one) {
    if (!(one instanceof Happened happened)) {
      return new Eventually(first, budget).evaluate(history, asOf);
    }
    var judgement = new Judgement(history, asOf, second.aspect());
    var words =
        told(judgement, first, happened.moment()) + " and " + second.inWords() + " had not come";
    return unlessLate(
        history, asOf, judgement.notBefore(happened.moment(), new Satisfied(words), words));
  }

  private Verdict secondAlone(History history, AsOf asOf, Moment two) {
    var judgement = new Judgement(history, asOf, first.aspect());
    var words = told(judgement, second, two) + " and " + first.inWords() + " had not come before";
    return judgement.notBefore(two, new Violated(words), words);
  }

  private static String told(Judgement judgement, Milestone milestone, Moment moment) {
    return milestone.inPast() + " " + judgement.at(moment);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  @Override
  public String inWords() {
    return first.inWords() + " before " + second.inWords();
  }

  @Override
  public Optional<PodRef> pod() {
    return second.pod().or(first::pod);
  }
}
