package dev.podproof.expectation;

import dev.podproof.lifecycle.History;

/** A command that the scenario ran in a container ended with code 0. */
public record CommandSucceeded(String container, int exitCode) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    return exitCode == 0
        ? new Verdict.Satisfied("it exited 0")
        : new Verdict.Violated("it exited " + exitCode);
  }

  @Override
  public String inWords() {
    return "the command in container " + container + " succeeds";
  }
}
