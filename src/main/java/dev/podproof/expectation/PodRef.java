package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How a sentence names a pod. */
public sealed interface PodRef {
  /** The pod in the history that is meant. */
  Found in(History history);

  /** All pods in the history that are meant, in the order in which they were first seen. */
  List<PodIdentity> all(History history);

  /** The name as it stands in messages, such as "pod web" or "the pod". */
  String inWords();

  /** The one pod under test. */
  static PodRef only() {
    return new Only();
  }

  /** The pod of that name. */
  static PodRef named(String name) {
    return new Named(name);
  }

  /** The pod of an owner, such as a Job or a Deployment. */
  static PodRef ownedBy(String kind, String name) {
    return new Owned(kind, name);
  }

  /** The pod with a label. */
  static PodRef labelled(String key, String value) {
    return new Labelled(key, value);
  }

  /** The pods whose newest version is so. */
  private static List<PodIdentity> like(History history, Predicate<PodSnapshot> test) {
    return history.pods().stream()
        .filter(pod -> history.latest(pod).filter(test).isPresent())
        .toList();
  }

  /** The one of these that is still there, else the youngest that was. */
  private static Found oneOf(History history, List<PodIdentity> all, String words) {
    var present = all.stream().filter(p -> history.gone(p).isEmpty()).toList();
    var pods =
        present.isEmpty() && !all.isEmpty() ? all.subList(all.size() - 1, all.size()) : present;
    if (pods.size() > 1) {
      var names = pods.stream().map(PodIdentity::name).collect(Collectors.joining(", "));
      return new Found.Several(
          words + " is one of " + pods.size() + " pods (" + names + "): say which one is meant");
    }
    return pods.isEmpty() ? new Found.NoneYet() : new Found.One(pods.get(0));
  }

  /** What the search for a pod yielded. */
  sealed interface Found {
    /** This one. */
    record One(PodIdentity pod) implements Found {}

    /** None was seen yet. */
    record NoneYet() implements Found {}

    /** More than one fits, so the sentence does not say which. */
    record Several(String because) implements Found {}
  }

  /** The only pod under test, whatever its name; pods that the harness brings do not count. */
  record Only() implements PodRef {
    @Override
    public Found in(History history) {
      return oneOf(history, all(history), inWords());
    }

    @Override
    public List<PodIdentity> all(History history) {
      return history.pods();
    }

    @Override
    public String inWords() {
      return "the pod";
    }
  }

  /** The pod whose controller has a kind and a name; a Deployment's is found by its ReplicaSet. */
  record Owned(String kind, String name) implements PodRef {
    @Override
    public Found in(History history) {
      return oneOf(history, all(history), inWords());
    }

    @Override
    public List<PodIdentity> all(History history) {
      return like(history, pod -> pod.isOwnedBy(kind, name));
    }

    @Override
    public String inWords() {
      return "the pod of " + kind + " " + name;
    }
  }

  /** The pod with a label. */
  record Labelled(String key, String value) implements PodRef {
    @Override
    public Found in(History history) {
      return oneOf(history, all(history), inWords());
    }

    @Override
    public List<PodIdentity> all(History history) {
      return like(history, pod -> value.equals(pod.labels().get(key)));
    }

    @Override
    public String inWords() {
      return "the pod labelled " + key + "=" + value;
    }
  }

  /** The youngest pod of a name. */
  record Named(String name) implements PodRef {
    @Override
    public Found in(History history) {
      return history.podNamed(name).<Found>map(Found.One::new).orElseGet(Found.NoneYet::new);
    }

    @Override
    public List<PodIdentity> all(History history) {
      return history.podNamed(name).stream().toList();
    }

    @Override
    public String inWords() {
      return "pod " + name;
    }
  }
}
