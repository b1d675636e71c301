package dev.podproof.run;

/** The user asked for what cannot be; nothing was started. The message has at most five lines. */
public final class UsageProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem in words: what was expected, what came, where, and the next step. */
  public UsageProblem(String message) {
    super(message);
  }
}
