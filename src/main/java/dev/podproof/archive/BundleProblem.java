package dev.podproof.archive;

/** A bundle cannot be read. The message says what is wrong with it, and where. */
public final class BundleProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BundleProblem(String message) {
    super(message);
  }

  BundleProblem(String message, Exception cause) {
    super(message, cause);
  }
}
