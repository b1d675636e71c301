package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import java.util.List;
import java.util.Optional;

/** A container's status says ready: it runs and its readiness probe, if any, passes. */
public record ContainerReady(ContainerRef container) implements State {
  @Override
  public List<Span> spans(History history) {
    return State.spansOf(
        history,
        container.pod(),
        pod -> pod.container(container.name()).filter(ContainerSnapshot::ready).isPresent());
  }

  @Override
  public String inWords() {
    return container.inWords() + " is ready";
  }

  @Override
  public Aspect aspect() {
    return Aspect.STATUS;
  }

  @Override
  public Occurrence absence(History history) {
    return Seen.ofContainer(
        history, container, runs -> Seen.notDone(history, container, "it was not ready"));
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
