package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The objects of a kind whose names the scenario did not give: those that are so, the ones that are
 * still there before those that were.
 */
record ObjectSearch(String kind, Predicate<Map<String, Object>> test) {
  private static final FieldPath UID = FieldPath.of("metadata.uid");
  private static final FieldPath OWNERS = FieldPath.of("metadata.ownerReferences");

  /** One that was found. */
  record Found(ObjectName name, String uid) {}

  static Predicate<Map<String, Object>> ownedBy(String kind, String name) {
    return content ->
        OWNERS.in(content).filter(List.class::isInstance).map(List.class::cast).stream()
            .flatMap(List<?>::stream)
            .anyMatch(
                owner ->
                    owner instanceof Map<?, ?> map
                        && kind.equalsIgnoreCase(String.valueOf(map.get("kind")))
                        && name.equals(map.get("name")));
  }

  static Predicate<Map<String, Object>> labelled(String key, String value) {
    var path = FieldPath.of("metadata.labels['" + key + "']");
    return content -> path.in(content).filter(value::equals).isPresent();
  }

  /** All that are there; where none is, the youngest that was. */
  List<Found> in(History history) {
    var present = new LinkedHashMap<ObjectName, Found>();
    Optional<Found> youngest = Optional.empty();
    for (var observation : history.observations()) {
      if (observation instanceof ObjectSeen seen
          && kind.equalsIgnoreCase(seen.object().kind())
          && test.test(seen.content())) {
        var uid = UID.in(seen.content()).map(Object::toString).orElse("");
        var found = new Found(seen.object(), uid);
        present.put(seen.object(), found);
        youngest = Optional.of(found);
      } else if (observation instanceof ObjectGone gone) {
        present.remove(gone.object());
      }
    }
    return present.isEmpty() ? youngest.stream().toList() : List.copyOf(present.values());
  }

  ObjectRef.Meant meant(History history) {
    var found = in(history);
    return found.size() == 1
        ? new ObjectRef.Meant(found.get(0).name()::equals, found.get(0).uid()::equals)
        : new ObjectRef.Meant(name -> false, uid -> false);
  }

  Optional<String> ambiguity(History history, String words) {
    var found = in(history);
    return found.size() < 2
        ? Optional.empty()
        : Optional.of(
            words
                + " is one of "
                + found.size()
                + " ("
                + found.stream().map(one -> one.name().name()).collect(Collectors.joining(", "))
                + "): say which one is meant");
  }
}
