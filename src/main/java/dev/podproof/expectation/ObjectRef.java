package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.PodIdentity;
import java.util.Map;
import java.util.Optional;

/** How a sentence names an object of any kind. */
public sealed interface ObjectRef {
  /** The object as it stands in messages. */
  String inWords();

  /** Whether a version of an object is one of this. */
  boolean isMeant(History history, ObjectName name, Map<String, Object> content);

  /** The pod, where it is one. */
  Optional<PodRef> pod();

  /** A pod, by one of the ways to name it. */
  record OfPod(PodRef ref) implements ObjectRef {
    @Override
    public String inWords() {
      return ref.inWords();
    }

    @Override
    public boolean isMeant(History history, ObjectName name, Map<String, Object> content) {
      return name.kind().equals("Pod")
          && ref.in(history) instanceof PodRef.Found.One found
          && name.name().equals(found.pod().name())
          && uid(content).equals(found.pod().uid());
    }

    private static String uid(Map<String, Object> content) {
      return FieldPath.of("metadata.uid").in(content).map(Object::toString).orElse("");
    }

    @Override
    public Optional<PodRef> pod() {
      return Optional.of(ref);
    }

    /** The pod that is meant, where there is one. */
    public Optional<PodIdentity> found(History history) {
      return ref.in(history) instanceof PodRef.Found.One one
          ? Optional.of(one.pod())
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
    public boolean isMeant(History history, ObjectName other, Map<String, Object> content) {
      return kind.equalsIgnoreCase(other.kind()) && name.equals(other.name());
    }

    @Override
    public Optional<PodRef> pod() {
      return Optional.empty();
    }
  }
}
