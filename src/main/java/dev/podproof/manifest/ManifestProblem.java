package dev.podproof.manifest;

/** A manifest cannot be used; the message is for the user, in at most five lines. */
public final class ManifestProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem in words: what was expected, what came, where, and the next step. */
  public ManifestProblem(String message) {
    super(message);
  }
}
