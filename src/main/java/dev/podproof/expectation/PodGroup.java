package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.Sighting;
import dev.podproof.lifecycle.Witness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All pods that a sentence means, or so many of them; what is said of the one pod can be said of
 * these.
 *
 * <p>All are those that are there at the time, of which there must be one at least.
 *
 * @param amount how many of them; empty for all
 */
public record PodGroup(PodRef pods, Optional<Amount> amount) {
  private static final int TOLD = 3;

  /** That the state holds of so many of them at once. */
  public State are(State ofOne) {
    return new PodsAre(this, ofOne);
  }

  /**
   * That so many of them have reached the milestone.
   *
   * @param ever whether a time that was over before the question counts as well
   */
  public Milestone reach(Milestone ofOne, boolean ever) {
    return new PodsReach(this, ofOne, ever);
  }

  /** What is said of one pod in these words, said of these. */
  String inWords(String ofOne) {
    var one = pods.inWords();
    var many =
        amount.map(number -> number.inWords() + " of the pods").orElse("all pods")
            + one.substring("the pod".length());
    if (ofOne.startsWith(one)) {
      return many
          + ofOne
              .substring(one.length())
              .replaceFirst("^ is ", " are ")
              .replaceFirst("^ has ", " have ");
    }
    return ofOne.contains(" of " + one)
        ? ofOne.replaceFirst(Pattern.quote(" of " + one), Matcher.quoteReplacement(" of " + many))
        : ofOne + ", of " + many;
  }

  /** When something was so of so many of them. */
  List<Span> spans(History history, Function<History, List<Span>> ofOne) {
    var members = members(history, ofOne);
    var turns = turns(members);
    var spans = new ArrayList<Span>();
    var since =
        fits(members, Instant.MIN)
            ? Optional.of(Moment.seenBy(Witness.HARNESS, Interval.at(history.began())))
            : Optional.<Moment>empty();
    for (var turn : turns) {
      var holds = fits(members, heard(turn));
      if (holds != since.isPresent()) {
        var turned = widened(turn, turns);
        since.ifPresent(from -> spans.add(new Span(from, Optional.of(turned))));
        since = holds ? Optional.of(turned) : Optional.empty();
      }
    }
    since.ifPresent(from -> spans.add(new Span(from, Optional.empty())));
    return spans;
  }

  private List<Moment> turns(List<Member> members) {
    return members.stream()
        .flatMap(
            member ->
                // How many there are besides is of no matter where a number is given.
                amount.isPresent()
                    ? member.holding().stream()
                    : Stream.concat(Stream.of(member.there()), member.holding().stream()))
        .flatMap(span -> Stream.concat(Stream.of(span.from()), span.until().stream()))
        .sorted(Comparator.comparing(PodGroup::heard))
        .toList();
  }

  /**
   * What puts the turns in a row: the runtime's time of one, else the API's order of the news, as
   * its stamps of whole seconds do not tell.
   */
  private static Instant heard(Moment turn) {
    return turn.sightings().stream()
        .filter(one -> one.witness() == Witness.ARRIVAL)
        .filter(one -> !isExact(turn))
        .map(one -> one.interval().latest())
        .findFirst()
        .orElse(turn.interval().latest());
  }

  private static boolean isExact(Moment turn) {
    return turn.sightings().stream()
        .filter(one -> one.witness() == Witness.RUNTIME)
        .anyMatch(one -> !one.interval().latest().equals(Instant.MAX));
  }

  /** When it was so of that many: news that came later may be of an earlier turn. */
  private static Moment widened(Moment turn, List<Moment> turns) {
    var earliest =
        turns.stream()
            .filter(other -> !heard(other).isBefore(heard(turn)))
            .map(other -> other.interval().earliest())
            .min(Instant::compareTo)
            .orElseThrow();
    var latest =
        turns.stream()
            .filter(other -> !heard(other).isAfter(heard(turn)))
            .map(other -> other.interval().latest())
            .max(Instant::compareTo)
            .orElseThrow();
    var interval = new Interval(earliest, latest);
    return interval.equals(turn.interval()) ? turn : Moment.seenBy(turn.best(), interval);
  }

  private boolean fits(List<Member> members, Instant at) {
    var holding = members.stream().filter(member -> member.holdsAt(at)).count();
    return amount
        .map(number -> number.fits(holding))
        .orElseGet(
            () ->
                holding > 0
                    && members.stream()
                        .noneMatch(one -> covers(one.there(), at) && !one.holdsAt(at)));
  }

  private List<Member> members(History history, Function<History, List<Span>> ofOne) {
    return pods.all(history).stream()
        .map(pod -> new Member(pod, there(history, pod), ofOne.apply(history.only(pod))))
        .toList();
  }

  private static Span there(History history, PodIdentity pod) {
    var first = history.versionsOf(pod).get(0);
    var arrival = new Sighting(Witness.ARRIVAL, history.heardAt(first.arrival()));
    var written = first.snapshot().written();
    var from =
        written.equals(Interval.UNKNOWN)
            ? Moment.of(List.of(arrival))
            : Moment.of(List.of(new Sighting(Witness.API, written), arrival));
    return new Span(from, history.gone(pod));
  }

  private static boolean covers(Span span, Instant at) {
    return !heard(span.from()).isAfter(at)
        && span.until().map(end -> heard(end).isAfter(at)).orElse(true);
  }

  /** What there is instead, where the state holds of too few or too many. */
  Occurrence absence(History history, State ofOne) {
    var members = members(history, ofOne::spans);
    if (members.isEmpty()) {
      return new Occurrence.NotYet(pods.inWords() + " was not there");
    }
    var holding = members.stream().filter(member -> member.holdsAt(Instant.MAX)).toList();
    var others =
        members.stream()
            .filter(member -> !holding.contains(member) && member.there().until().isEmpty())
            .limit(TOLD)
            .map(member -> member.pod().name() + ": " + instead(history, member.pod(), ofOne))
            .collect(Collectors.joining("; "));
    return new Occurrence.NotYet(
        "that was so of "
            + holding.size()
            + " of "
            + members.size()
            + (members.size() == 1 ? " pod" : " pods")
            + tooMany(holding)
            + (others.isEmpty() ? "" : "; " + others));
  }

  private String tooMany(List<Member> holding) {
    return amount
        .filter(wanted -> wanted.isSettledBy(holding.size()))
        .map(
            wanted ->
                holding.stream()
                    .limit(TOLD)
                    .map(member -> member.pod().name())
                    .collect(Collectors.joining(", ", " (", ")")))
        .orElse("");
  }

  private static String instead(History history, PodIdentity pod, State ofOne) {
    var absence = ofOne.absence(history.only(pod));
    return absence instanceof Occurrence.NotYet notYet
        ? notYet.instead()
        : absence instanceof Occurrence.Impossible impossible
            ? impossible.because()
            : "it was not so";
  }

  /** One pod: when it was there, and when what is said was so of it. */
  private record Member(PodIdentity pod, Span there, List<Span> holding) {
    boolean holdsAt(Instant at) {
      return holding.stream().anyMatch(span -> covers(span, at));
    }
  }
}
