package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import java.util.Optional;

/** A state of one container. To add one, say what it is called and when it held. */
interface StateOfContainer extends State {
  /** The container. */
  ContainerRef container();

  /** The state without its subject, such as "is running" or "has restart count 2". */
  String predicate();

  @Override
  default String inWords() {
    return container().inWords() + " " + predicate();
  }

  @Override
  default Occurrence absence(History history) {
    return Seen.ofContainer(
        history,
        container(),
        pod -> Seen.notDone(history, container(), "it " + denied(predicate())));
  }

  private static String denied(String predicate) {
    return predicate.startsWith("is not ")
        ? predicate.replaceFirst("is not ", "was ")
        : predicate.replaceFirst("^is ", "was not ").replaceFirst("^has ", "had not ");
  }

  @Override
  default Optional<ContainerRef> about() {
    return Optional.of(container());
  }

  @Override
  default Optional<PodRef> ofPod() {
    return Optional.of(container().pod());
  }
}
