package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.PodIdentity;
import java.util.List;
import java.util.Optional;

/**
 * A container's main process starts for the n-th time.
 *
 * @param nth 1 for the first start
 */
public record ContainerStarts(ContainerRef container, int nth) implements Recurring {
  /** The first start. */
  public static ContainerStarts first(ContainerRef container) {
    return new ContainerStarts(container, 1);
  }

  @Override
  public List<Moment> every(History history, PodIdentity pod) {
    return history.runsOf(pod, container.name()).stream()
        .map(ContainerRun::started)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public String missing() {
    return "it had not started";
  }

  @Override
  public String inWords() {
    return container.inWords() + " starts" + times();
  }

  @Override
  public String inPast() {
    return container.inWords() + " started" + times();
  }

  @Override
  public Aspect aspect() {
    return Aspect.RUNS;
  }
}
