package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import java.util.List;

/** A container's main process runs. */
public record ContainerRunning(ContainerRef container) implements StateOfContainer {
  @Override
  public List<Span> spans(History history) {
    return container.pod().in(history) instanceof PodRef.Found.One found
        ? spans(history, found.pod())
        : List.of();
  }

  private List<Span> spans(History history, PodIdentity pod) {
    return history.runsOf(pod, container.name()).stream()
        .filter(run -> run.started().isPresent())
        .map(run -> new Span(run.started().orElseThrow(), run.exited()))
        .toList();
  }

  @Override
  public String predicate() {
    return "is running";
  }

  @Override
  public Aspect aspect() {
    return Aspect.RUNS;
  }
}
