package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import java.util.stream.Collectors;

/** How a sentence names a pod. */
public sealed interface PodRef {
  /** The pod in the history that is meant. */
  Found in(History history);

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
      var present = history.pods().stream().filter(p -> history.gone(p).isEmpty()).toList();
      var pods = present.isEmpty() ? lastOf(history.pods()) : present;
      if (pods.size() > 1) {
        var names = pods.stream().map(PodIdentity::name).collect(Collectors.joining(", "));
        return new Found.Several(
            "the scenario has " + pods.size() + " pods (" + names + "): say which one is meant");
      }
      return pods.isEmpty() ? new Found.NoneYet() : new Found.One(pods.get(0));
    }

    private static java.util.List<PodIdentity> lastOf(java.util.List<PodIdentity> pods) {
      return pods.isEmpty() ? pods : pods.subList(pods.size() - 1, pods.size());
    }

    @Override
    public String inWords() {
      return "the pod";
    }
  }

  /** The youngest pod of a name. */
  record Named(String name) implements PodRef {
    @Override
    public Found in(History history) {
      return history.podNamed(name).<Found>map(Found.One::new).orElseGet(Found.NoneYet::new);
    }

    @Override
    public String inWords() {
      return "pod " + name;
    }
  }
}
