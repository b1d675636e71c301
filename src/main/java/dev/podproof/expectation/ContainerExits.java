package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.PodIdentity;
import java.util.List;
import java.util.Optional;

/**
 * A container's main process ends, in a way that counts, for the n-th time.
 *
 * @param nth 1 for the first such end
 */
public record ContainerExits(ContainerRef container, ExitMatch match, int nth)
    implements Recurring {
  /** Any first end. */
  public static ContainerExits anyhow(ContainerRef container) {
    return new ContainerExits(container, ExitMatch.ANY, 1);
  }

  /** The first end of a successful run: exit code 0. */
  public static ContainerExits completed(ContainerRef container) {
    return withCode(container, 0);
  }

  /** The first end with that code. */
  public static ContainerExits withCode(ContainerRef container, int code) {
    return new ContainerExits(container, ExitMatch.code(code), 1);
  }

  @Override
  public List<Moment> every(History history, PodIdentity pod) {
    return history.runsOf(pod, container.name()).stream()
        .filter(run -> match.equals(ExitMatch.ANY) || run.exit().filter(match::matches).isPresent())
        .map(ContainerRun::exited)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public String missing() {
    return "it had not " + phrase("exited", "completed");
  }

  @Override
  public String inWords() {
    return container.inWords() + " " + phrase("exits", "completes") + times();
  }

  @Override
  public String inPast() {
    return container.inWords() + " " + phrase("exited", "completed") + times();
  }

  private String phrase(String exit, String complete) {
    return match.isSuccess() ? complete : exit + match.inWords();
  }

  // The runtime knows the code of an end, and only the status its reason.
  @Override
  public Aspect aspect() {
    return match.reasons().isEmpty() ? Aspect.RUNS : Aspect.STATUS;
  }
}
