package dev.podproof.report;

/** How a step or a scenario turned out. The order is that of weight, the heaviest first. */
public enum Outcome {
  /** The cluster could not be had, or was lost. */
  INFRASTRUCTURE("lost", 4),
  /** Decided, false: the pod misbehaved. */
  VIOLATED("FAILED", 1),
  /** What the scenario asks for cannot be done. */
  UNUSABLE("refused", 2),
  /** The evidence does not decide it. */
  UNDECIDED("undecided", 3),
  /** Not run, for a stated reason. */
  SKIPPED("skipped", 0),
  /** Decided, true. */
  SATISFIED("ok", 0);

  private final String words;
  private final int exitCode;

  Outcome(String words, int exitCode) {
    this.words = words;
    this.exitCode = exitCode;
  }

  /** The outcome as it stands on the console. */
  public String inWords() {
    return words;
  }

  /** Whether there is nothing to look after: satisfied, or not run for a stated reason. */
  public boolean isFine() {
    return this == SATISFIED || this == SKIPPED;
  }

  /** The exit code of a run in which this is the heaviest outcome. */
  public int exitCode() {
    return exitCode;
  }
}
