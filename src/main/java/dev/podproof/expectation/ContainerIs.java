package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import java.util.List;

/** A container's status says something. */
public record ContainerIs(ContainerRef container, ContainerFact fact) implements StateOfContainer {
  @Override
  public List<Span> spans(History history) {
    return State.spansOf(
        history,
        container.pod(),
        pod -> pod.container(container.name()).filter(fact::holds).isPresent());
  }

  @Override
  public String predicate() {
    return fact.inWords();
  }

  @Override
  public boolean needsRunningContainers() {
    return fact.needsRunningContainers();
  }
}
