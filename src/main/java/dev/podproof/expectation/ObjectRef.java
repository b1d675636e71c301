package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** How a sentence names an object of any kind. */
public sealed interface ObjectRef {
  /** The object as it stands in messages. */
  String inWords();

  /** What it means in a history. */
  Meant in(History history);

  /** Its newest version; empty where none was seen. */
  default Optional<Map<String, Object>> latest(History history) {
    return history
        .all(ObjectSeen.class)
        .filter(in(history)::is)
        .map(ObjectSeen::content)
        .reduce((earlier, later) -> later);
  }

  /** That something has not come of it, told by its newest version, or that it is not clear. */
  default Occurrence notYet(History history, Function<Map<String, Object>, String> instead) {
    return ambiguity(history)
        .<Occurrence>map(Occurrence.Unclear::new)
        .orElseGet(
            () ->
                new Occurrence.NotYet(
                    latest(history).map(instead).orElse(inWords() + " was not there")));
  }

  /**
   * Which objects a reference means.
   *
   * @param uid which of those that had that name one after the other
   */
  record Meant(Predicate<ObjectName> name, Predicate<String> uid) {
    private static final FieldPath UID = FieldPath.of("metadata.uid");

    /** Whether a version of an object is one of it. */
    boolean is(ObjectSeen seen) {
      return name.test(seen.object())
          && uid.test(UID.in(seen.content()).map(Object::toString).orElse(""));
    }

    /** Whether an event is about it; not every event tells the object's UID. */
    boolean is(EventSeen event) {
      return name.test(event.about()) && (event.uid().isEmpty() || uid.test(event.uid()));
    }
  }

  /** The pod, where it is one. */
  default Optional<PodRef> pod() {
    return Optional.empty();
  }

  /** Why it does not say which one is meant; empty where it does. */
  default Optional<String> ambiguity(History history) {
    return Optional.empty();
  }

  /** A pod, by one of the ways to name it. */
  record OfPod(PodRef ref) implements ObjectRef {
    @Override
    public String inWords() {
      return ref.inWords();
    }

    @Override
    public Meant in(History history) {
      return ref.in(history) instanceof PodRef.Found.One found
          ? new Meant(new ObjectName("Pod", found.pod().name())::equals, found.pod().uid()::equals)
          : new Meant(name -> false, uid -> false);
    }

    @Override
    public Optional<PodRef> pod() {
      return Optional.of(ref);
    }

    @Override
    public Optional<String> ambiguity(History history) {
      return ref.in(history) instanceof PodRef.Found.Several several
          ? Optional.of(several.because())
          : Optional.empty();
    }
  }

  /**
   * An object by kind and name.
   *
   * @param kind in any case, such as job
   */
  record Named(String kind, String name) implements ObjectRef {
    @Override
    public String inWords() {
      return kind + " " + name;
    }

    @Override
    public Meant in(History history) {
      return new Meant(
          other -> kind.equalsIgnoreCase(other.kind()) && name.equals(other.name()), uid -> true);
    }
  }

  /**
   * The only object of its kind that is owned by another one, or that has a label.
   *
   * @param which such as: of service web, or: labelled app=web
   */
  record Sought(String kind, String which, Predicate<Map<String, Object>> test)
      implements ObjectRef {
    /** The one that an object owns, such as the EndpointSlice of a Service. */
    public static Sought ownedBy(String kind, String owner, String name) {
      return new Sought(kind, "of " + owner + " " + name, ObjectSearch.ownedBy(owner, name));
    }

    /** The one with a label. */
    public static Sought labelled(String kind, String key, String value) {
      return new Sought(kind, "labelled " + key + "=" + value, ObjectSearch.labelled(key, value));
    }

    private ObjectSearch search() {
      return new ObjectSearch(kind, test);
    }

    /** Its name; empty where none was seen, or several were. */
    public Optional<String> nameIn(History history) {
      var found = search().in(history);
      return found.size() == 1 ? Optional.of(found.get(0).name().name()) : Optional.empty();
    }

    @Override
    public String inWords() {
      return "the " + kind + " " + which;
    }

    @Override
    public Meant in(History history) {
      return search().meant(history);
    }

    @Override
    public Optional<String> ambiguity(History history) {
      return search().ambiguity(history, inWords());
    }
  }
}
