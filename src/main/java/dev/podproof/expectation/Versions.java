package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The versions of the object that a sentence means, in order of arrival, and its ends. */
final class Versions {
  private Versions() {}

  /**
   * What became of the object.
   *
   * @param before the version before; empty at the beginning of a life
   * @param now empty where it was removed
   */
  record Step(
      Moment moment, Optional<Map<String, Object>> before, Optional<Map<String, Object>> now) {}

  static List<Step> of(History history, ObjectRef object) {
    var meant = object.in(history);
    var steps = new ArrayList<Step>();
    Optional<ObjectSeen> last = Optional.empty();
    for (var observation : history.observations()) {
      if (observation instanceof ObjectSeen seen && meant.is(seen)) {
        steps.add(
            new Step(
                new Write(last, seen).moment(history),
                last.map(ObjectSeen::content),
                Optional.of(seen.content())));
        last = Optional.of(seen);
      } else if (observation instanceof ObjectGone gone
          && last.filter(seen -> seen.object().equals(gone.object())).isPresent()) {
        var end = new Write(Optional.empty(), last.get()).end(history, gone);
        steps.add(new Step(end, last.map(ObjectSeen::content), Optional.empty()));
        last = Optional.empty();
      }
    }
    return steps;
  }

  /** The times in which a version was so. */
  static List<Span> spans(History history, ObjectRef object, Predicate<Map<String, Object>> test) {
    var spans = new ArrayList<Span>();
    Optional<Moment> since = Optional.empty();
    for (var step : of(history, object)) {
      var holds = step.now().filter(test).isPresent();
      if (holds != since.isPresent()) {
        since.ifPresent(from -> spans.add(new Span(from, Optional.of(step.moment()))));
        since = holds ? Optional.of(step.moment()) : Optional.empty();
      }
    }
    since.ifPresent(from -> spans.add(new Span(from, Optional.empty())));
    return spans;
  }
}
