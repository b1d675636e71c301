package dev.podproof.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One moment, as all its witnesses together know it.
 *
 * <p>The interval is the intersection of what they say. Where they contradict each other (clocks
 * that are not aligned) it is the hull, and {@link #disputed()} says so: a contradiction widens
 * what is known, it never decides. Immutable; the sightings' order does not matter.
 *
 * @param written which write of the API server's it was; empty where it was none, or that is not
 *     known
 * @param part which part of a container's run it was; empty where it was none
 */
public record Moment(
    Interval interval,
    List<Sighting> sightings,
    boolean disputed,
    Optional<Revision> written,
    Optional<RunPart> part) {
  public Moment {
    sightings = List.copyOf(sightings);
  }

  /**
   * The moment that these sightings are of.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Moment of(List<Sighting> sightings) {
    if (sightings.isEmpty()) {
      throw new IllegalArgumentException("a moment needs at least one sighting");
    }
    var sorted = new ArrayList<>(sightings);
    sorted.sort(
        Comparator.comparing(Sighting::witness).thenComparing(s -> s.interval().earliest()));
    var interval = Interval.UNKNOWN;
    for (var sighting : sorted) {
      var both = interval.intersect(sighting.interval());
      if (both.isEmpty()) {
        return new Moment(hullOf(sorted), sorted, true, Optional.empty(), Optional.empty());
      }
      interval = both.get();
    }
    return new Moment(interval, sorted, false, Optional.empty(), Optional.empty());
  }

  /** The moment that a single witness saw. */
  public static Moment seenBy(Witness witness, Interval interval) {
    return of(List.of(new Sighting(witness, interval)));
  }

  /** The same moment, of which it is known which write it was. */
  public Moment writtenAs(Optional<Revision> revision) {
    return new Moment(interval, sightings, disputed, revision, part);
  }

  /** The same moment, of which it is known which part of a container's run it was. */
  public Moment asPart(RunPart ofRun) {
    return new Moment(interval, sightings, disputed, written, Optional.of(ofRun));
  }

  /**
   * Whether this moment certainly lies before the other: by the clock, in the API's store, or
   * within one run of a container.
   */
  public boolean isBefore(Moment other) {
    return interval.isBefore(other.interval)
        || (!other.interval.isBefore(interval) && (isWrittenBefore(other) || isEarlierPart(other)));
  }

  /** Whether this moment certainly lies before the other or is the same. */
  public boolean isNoLaterThan(Moment other) {
    return isOfOneWriteWith(other)
        || isBefore(other)
        || !interval.latest().isAfter(other.interval.earliest());
  }

  private boolean isEarlierPart(Moment other) {
    return part.isPresent() && other.part.isPresent() && part.get().isBefore(other.part.get());
  }

  /** Whether one write to the API's store made both so. */
  boolean isOfOneWriteWith(Moment other) {
    return written.isPresent() && written.equals(other.written);
  }

  private boolean isWrittenBefore(Moment other) {
    return written.isPresent()
        && other.written.isPresent()
        && written.get().isBefore(other.written.get());
  }

  /** The witnesses by name, the most precise first, such as "runtime, API". */
  public String witnesses() {
    return sightings.stream()
        .map(s -> s.witness().inWords())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The most precise witness. */
  public Witness best() {
    return sightings.get(0).witness();
  }

  private static Interval hullOf(List<Sighting> sightings) {
    // An end that one witness leaves open says nothing about the dispute.
    return sightings.stream()
        .map(Sighting::interval)
        .flatMap(interval -> Stream.of(interval.earliest(), interval.latest()))
        .filter(end -> !end.equals(Instant.MIN) && !end.equals(Instant.MAX))
        .map(Interval::at)
        .reduce(Interval::hull)
        .orElse(Interval.UNKNOWN);
  }
}
