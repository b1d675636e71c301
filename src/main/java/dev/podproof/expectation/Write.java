package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import dev.podproof.lifecycle.Revisions;
import dev.podproof.lifecycle.Sighting;
import dev.podproof.lifecycle.Witness;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The write that made a version of an object.
 *
 * <p>The server stamps each write that changes a field of the writer's with its second (Kubernetes
 * API: ManagedFieldsEntry.time), and a watch without a hole shows it within the API's delay.
 *
 * @param previous the version before; empty where none was seen
 */
record Write(Optional<ObjectSeen> previous, ObjectSeen seen) {
  Moment moment(History history) {
    var sightings = new ArrayList<Sighting>();
    stamp().ifPresent(interval -> sightings.add(new Sighting(Witness.API, interval)));
    var heard =
        previous.isPresent() ? heard(history, seen.arrival()) : history.heardAt(seen.arrival());
    sightings.add(new Sighting(Witness.ARRIVAL, heard));
    return Moment.of(sightings).writtenAs(Revisions.of(history, seen));
  }

  /** When an object was removed whose last version this is. */
  Moment end(History history, ObjectGone gone) {
    var uid = text(seen.content(), "uid");
    var sightings = new ArrayList<Sighting>();
    // It was still there when somebody wrote to it, or asked for its deletion.
    Stream.concat(newest(seen).stream(), asked().stream())
        .max(Instant::compareTo)
        .filter(last -> !last.isAfter(gone.arrival()))
        .ifPresent(last -> sightings.add(new Sighting(Witness.API, Interval.from(last))));
    sightings.add(new Sighting(Witness.ARRIVAL, heard(history, gone.arrival())));
    return Moment.of(sightings).writtenAs(Revisions.ofEnd(history, seen.object().kind(), uid));
  }

  // What a hole hid may have been written long before.
  private static Interval heard(History history, Instant arrival) {
    Duration delay = history.listening().reportingDelay();
    return history.gaps(Witness.ARRIVAL, Interval.until(arrival)).isEmpty()
        ? new Interval(arrival.minus(delay), arrival)
        : Interval.until(arrival);
  }

  private Optional<Interval> stamp() {
    var newest = newest(seen);
    if (previous.isEmpty()) {
      // It may have been so since an earlier version that nobody saw.
      return instant(text(seen.content(), "creationTimestamp")).map(Interval::from);
    }
    var before = previous.flatMap(Write::newest);
    return newest.map(
        second ->
            before.filter(second::isAfter).isPresent()
                ? Interval.ofSecond(second)
                // A deletion is not stamped.
                : Interval.from(second));
  }

  /** When its deletion was asked for: its timestamp less the grace period (API: ObjectMeta). */
  private Optional<Instant> asked() {
    var grace = text(seen.content(), "deletionGracePeriodSeconds");
    return instant(text(seen.content(), "deletionTimestamp"))
        .filter(at -> grace.matches("\\d{0,9}"))
        .map(at -> grace.isEmpty() ? at : at.minusSeconds(Long.parseLong(grace)));
  }

  private static Optional<Instant> newest(ObjectSeen version) {
    return version.content().get("metadata") instanceof Map<?, ?> metadata
            && metadata.get("managedFields") instanceof List<?> entries
        ? entries.stream()
            .flatMap(
                entry ->
                    entry instanceof Map<?, ?> map
                        ? Stream.ofNullable(map.get("time"))
                        : Stream.empty())
            .flatMap(time -> instant(time.toString()).stream())
            .max(Instant::compareTo)
        : Optional.empty();
  }

  private static String text(Map<String, Object> content, String field) {
    return content.get("metadata") instanceof Map<?, ?> metadata
        ? Objects.toString(metadata.get(field), "")
        : "";
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
