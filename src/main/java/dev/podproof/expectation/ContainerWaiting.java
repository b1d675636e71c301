package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerStage.Waiting;
import dev.podproof.lifecycle.History;
import java.util.List;
import java.util.Optional;

/** A container's status says waiting, for that reason, such as CrashLoopBackOff. */
public record ContainerWaiting(ContainerRef container, String reason) implements State {
  @Override
  public List<Span> spans(History history) {
    return State.spansOf(
        history,
        container.pod(),
        pod ->
            pod.container(container.name())
                .filter(c -> c.stage() instanceof Waiting w && w.reason().equals(reason))
                .isPresent());
  }

  @Override
  public String inWords() {
    return container.inWords() + " is waiting with reason " + reason;
  }

  @Override
  public Aspect aspect() {
    return Aspect.STATUS;
  }

  @Override
  public Occurrence absence(History history) {
    return Seen.ofContainer(
        history,
        container,
        runs -> Seen.notDone(history, container, "it was not waiting with reason " + reason));
  }

  @Override
  public boolean needsRunningContainers() {
    return false;
  }

  @Override
  public Optional<ContainerRef> about() {
    return Optional.of(container);
  }

  @Override
  public PodRef pod() {
    return container.pod();
  }
}
