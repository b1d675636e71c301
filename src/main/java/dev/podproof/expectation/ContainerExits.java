package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.Exit;
import dev.podproof.lifecycle.History;
import java.util.Optional;
import java.util.OptionalInt;

/** A container's main process ends for the first time, or for the first time with a given code. */
public record ContainerExits(ContainerRef container, ExitCode code) implements Milestone {
  /** Any end. */
  public static ContainerExits anyhow(ContainerRef container) {
    return new ContainerExits(container, new ExitCode(OptionalInt.empty()));
  }

  /** The end of a successful run: exit code 0. */
  public static ContainerExits completed(ContainerRef container) {
    return withCode(container, 0);
  }

  /** An end with that code. */
  public static ContainerExits withCode(ContainerRef container, int code) {
    return new ContainerExits(container, new ExitCode(OptionalInt.of(code)));
  }

  /** Which codes count: one, or all where it is empty. */
  public record ExitCode(OptionalInt wanted) {
    boolean matches(ContainerRun run) {
      return wanted.isEmpty() || run.exit().filter(this::matches).isPresent();
    }

    boolean matches(Exit exit) {
      return wanted.isEmpty() || exit.code() == wanted.getAsInt();
    }
  }

  @Override
  public Occurrence in(History history, AsOf asOf) {
    return Seen.ofContainer(
        history,
        container,
        runs ->
            runs.stream()
                .filter(run -> run.exited().isPresent() && code.matches(run))
                .findFirst()
                .flatMap(ContainerRun::exited)
                .<Occurrence>map(Occurrence.Happened::new)
                .orElseGet(() -> Seen.notDone(history, container, missing())));
  }

  private String missing() {
    return "it had not " + phrase("exited", "completed");
  }

  @Override
  public String inWords() {
    return container.inWords() + " " + phrase("exits", "completes");
  }

  @Override
  public String inPast() {
    return container.inWords() + " " + phrase("exited", "completed");
  }

  private String phrase(String exit, String complete) {
    if (code.wanted().isEmpty()) {
      return exit;
    }
    var wanted = code.wanted().getAsInt();
    return wanted == 0 ? complete : exit + " with code " + wanted;
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
