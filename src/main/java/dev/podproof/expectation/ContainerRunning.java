package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import java.util.List;
import java.util.Optional;

/** A container's main process runs. */
public record ContainerRunning(ContainerRef container) implements State {
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
  public String inWords() {
    return container.inWords() + " is running";
  }

  @Override
  public Aspect aspect() {
    return Aspect.RUNS;
  }

  @Override
  public Occurrence absence(History history) {
    return Seen.ofContainer(
        history, container, runs -> Seen.notDone(history, container, "it was not running"));
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
