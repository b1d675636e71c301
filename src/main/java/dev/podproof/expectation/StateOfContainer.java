package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import java.util.Optional;

/** A state of one container. To add one, say what it is called and when it held. */
interface StateOfContainer extends State {
  /** The container. */
  ContainerRef container();

  /** The state without its subject, such as "ready" or "waiting with reason CrashLoopBackOff". */
  String adjective();

  @Override
  default String inWords() {
    return container().inWords() + " is " + adjective();
  }

  @Override
  default Occurrence absence(History history) {
    return Seen.ofContainer(
        history,
        container(),
        runs -> Seen.notDone(history, container(), "it was not " + adjective()));
  }

  @Override
  default Optional<ContainerRef> about() {
    return Optional.of(container());
  }

  @Override
  default PodRef pod() {
    return container().pod();
  }
}
