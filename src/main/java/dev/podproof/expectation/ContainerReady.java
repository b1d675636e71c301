package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import java.util.List;

/** A container's status says ready: it runs and its readiness probe, if any, passes. */
public record ContainerReady(ContainerRef container) implements StateOfContainer {
  @Override
  public List<Span> spans(History history) {
    return State.spansOf(
        history,
        container.pod(),
        pod -> pod.container(container.name()).filter(ContainerSnapshot::ready).isPresent());
  }

  @Override
  public String adjective() {
    return "ready";
  }
}
