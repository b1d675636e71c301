package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import java.util.Optional;

/**
 * A container's main process starts for the n-th time.
 *
 * @param nth 1 for the first start
 */
public record ContainerStarts(ContainerRef container, int nth) implements Milestone {
  /** The first start. */
  public static ContainerStarts first(ContainerRef container) {
    return new ContainerStarts(container, 1);
  }

  @Override
  public Occurrence in(History history, AsOf asOf) {
    return Seen.ofContainer(
        history,
        container,
        runs ->
            runs.stream()
                .map(ContainerRun::started)
                .flatMap(Optional::stream)
                .skip(nth - 1L)
                .findFirst()
                .<Occurrence>map(Occurrence.Happened::new)
                .orElseGet(() -> Seen.notDone(history, container, missing())));
  }

  private String missing() {
    return nth == 1 ? "it had not started" : "it had not started " + nth + " times";
  }

  @Override
  public String inWords() {
    return container.inWords() + " starts" + times();
  }

  @Override
  public String inPast() {
    return container.inWords() + " started" + times();
  }

  private String times() {
    return nth == 1 ? "" : " (time " + nth + ")";
  }

  @Override
  public Aspect aspect() {
    return Aspect.RUNS;
  }

  @Override
  public Optional<ContainerRef> about() {
    return Optional.of(container);
  }
}
