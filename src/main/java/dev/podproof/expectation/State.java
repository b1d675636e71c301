package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.Revision;
import dev.podproof.lifecycle.Revisions;
import dev.podproof.lifecycle.Sighting;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Something that holds for a time: a phase, readiness, a running container. */
public interface State {
  /** The times in which it held, in order; the last may be open. Empty where it never did. */
  List<Span> spans(History history);

  /** The state as a phrase, such as "container webapp is running". */
  String inWords();

  /** The part of the history that tells of it: statuses, unless a state knows better. */
  default Aspect aspect() {
    return Aspect.STATUS;
  }

  /** What is the case instead, told of a pod in which it does not hold. */
  Occurrence absence(History history);

  /** The container that it is about; empty where it is about the pod. */
  default Optional<ContainerRef> about() {
    return Optional.empty();
  }

  /** The pod that it is about; empty where it is about another object. */
  Optional<PodRef> ofPod();

  /** Whether it can only come to hold while containers can start. */
  default boolean needsRunningContainers() {
    return about().isPresent();
  }

  /** The pods of which it must hold; empty where it is about one, or about none. */
  default Optional<PodGroup> ofGroup() {
    return Optional.empty();
  }

  /** That it holds, now or later. */
  default Milestone holds() {
    return new Holds(this, When.NOW);
  }

  /** That it holds now and goes on holding this long. */
  default Expectation staysFor(Duration window) {
    return new Stays(this, window);
  }

  /** That it begins to hold, whenever that was. */
  default Milestone begins() {
    return new Holds(this, When.EVER);
  }

  /**
   * That it holds, now or later, or that it held last where that of which it tells was over
   * already: what a clause such as "after ..." means.
   */
  default Milestone held() {
    return new Holds(this, When.LAST);
  }

  /** Whether that of which it tells was over when the question was asked. */
  default boolean wasOver(History history, AsOf asOf) {
    return ofPod()
            .filter(
                ref ->
                    ref.in(history) instanceof PodRef.Found.One one && wasGone(one, history, asOf))
            .isPresent()
        || (absence(history) instanceof Occurrence.Impossible impossible
            && !impossible.since().isAfter(asOf.asked()));
  }

  private static boolean wasGone(PodRef.Found.One found, History history, AsOf asOf) {
    return history
        .gone(found.pod())
        .filter(gone -> !gone.interval().latest().isAfter(asOf.asked()))
        .isPresent();
  }

  /** Which of the times in which a state held is meant. */
  enum When {
    NOW,
    LAST,
    EVER
  }

  /**
   * The moment from which a state holds.
   *
   * @param when whether a time that was over before the question counts as well
   */
  record Holds(State state, When when) implements Milestone {
    @Override
    public Occurrence in(History history, AsOf asOf) {
      var spans = state.spans(history);
      var ever = when == When.EVER;
      var certain =
          spans.stream()
              .filter(span -> ever || outlasts(span, asOf, Interval::earliest))
              .map(Span::from)
              .findFirst();
      return last(spans, history, asOf)
          .or(
              () ->
                  spans.stream()
                      .filter(span -> !ever && outlasts(span, asOf, Interval::latest))
                      .map(Span::from)
                      .findFirst()
                      .filter(first -> !certain.equals(Optional.of(first)))
                      .map(first -> perhaps(first, certain)))
          .or(() -> certain)
          .<Occurrence>map(Occurrence.Happened::new)
          .orElseGet(() -> state.absence(history));
    }

    // What of that name is made anew after the question is something else.
    private Optional<Moment> last(List<Span> spans, History history, AsOf asOf) {
      return when == When.LAST && state.wasOver(history.heardBy(asOf.asked()), asOf)
          ? spans.stream()
              .map(Span::from)
              .filter(from -> !from.interval().latest().isAfter(asOf.asked()))
              .reduce((earlier, later) -> later)
          : Optional.empty();
    }

    @Override
    public List<Moment> every(History history, AsOf asOf) {
      return state.spans(history).stream().map(Span::from).toList();
    }

    // Where a time may have been over before the question, it may be the next one that counts.
    private static Moment perhaps(Moment first, Optional<Moment> next) {
      var latest = next.map(moment -> moment.interval().latest()).orElse(Instant.MAX);
      return Moment.seenBy(first.best(), new Interval(first.interval().earliest(), latest));
    }

    private static boolean outlasts(Span span, AsOf asOf, Function<Interval, Instant> end) {
      return span.until()
          .map(Moment::interval)
          .map(until -> end.apply(until).isAfter(asOf.asked()))
          .orElse(true);
    }

    @Override
    public String inWords() {
      return state.inWords();
    }

    @Override
    public String inPast() {
      return state
          .inWords()
          .replaceFirst(" is ", " was ")
          .replaceFirst(" are ", " were ")
          .replaceFirst(" exists$", " existed")
          .replaceFirst(" ha(?:s|ve) ", " had ");
    }

    @Override
    public Aspect aspect() {
      return state.aspect();
    }

    @Override
    public Optional<ContainerRef> about() {
      return state.about();
    }

    @Override
    public Optional<PodRef> pod() {
      return state.ofPod();
    }

    @Override
    public Optional<PodGroup> ofGroup() {
      return state.ofGroup();
    }

    @Override
    public boolean needsRunningContainers() {
      return state.needsRunningContainers();
    }
  }

  /** The spans of a state that pod statuses show. */
  static List<Span> spansOf(History history, PodRef ref, StatusTest test) {
    if (!(ref.in(history) instanceof PodRef.Found.One found)) {
      return List.of();
    }
    var spans = new ArrayList<Span>();
    var reported = Reported.in(history);
    var revisions =
        test.isWritten()
            ? Revisions.ofVersions(history, found.pod().uid())
            : Map.<Observation, Revision>of();
    Optional<Moment> since = Optional.empty();
    for (var version : history.versionsOf(found.pod())) {
      var holds = test.holds(version.snapshot());
      if (holds != since.isPresent()) {
        var stamp = stamp(test, version, history);
        var turned =
            turned(
                    stamp,
                    reported.writtenAfter(version.snapshot()),
                    history.heardAt(version.arrival()))
                .writtenAs(Optional.ofNullable(revisions.get(version)));
        since.ifPresent(from -> spans.add(new Span(from, Optional.of(turned))));
        since = holds ? Optional.of(turned) : Optional.empty();
      }
    }
    var gone = history.gone(found.pod());
    since.ifPresent(from -> spans.add(new Span(from, gone)));
    return spans;
  }

  // Behind a hole the version that is seen may not be the one that brought the change.
  private static Interval stamp(StatusTest test, PodSeen version, History history) {
    var since = test.since(version.snapshot());
    return since.equals(version.snapshot().written())
            && !history.gaps(Witness.ARRIVAL, Interval.until(version.arrival())).isEmpty()
        ? Interval.UNKNOWN
        : since;
  }

  private static Moment turned(Interval stamp, Optional<Interval> after, Interval heard) {
    var sightings = new ArrayList<Sighting>();
    // A stamp of the kubelet's may be older than the status that brings it: then it knows better.
    after
        .filter(bound -> bound.intersect(stamp).isPresent())
        .ifPresent(bound -> sightings.add(new Sighting(Witness.RUNTIME, bound)));
    if (!stamp.equals(Interval.UNKNOWN)) {
      sightings.add(new Sighting(Witness.API, stamp));
    }
    // News may be later than usual: then only a stamp tells how old they are.
    var certain = stamp.equals(Interval.UNKNOWN) ? heard : Interval.until(heard.latest());
    sightings.add(new Sighting(Witness.ARRIVAL, certain));
    return Moment.of(sightings);
  }
}
