package dev.podproof.cluster;

/**
 * A cluster cannot be had, or was lost.
 *
 * <p>The message is for the user: at most five lines, the last of which says what to try next.
 */
public final class ClusterProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem that nothing deeper explains. */
  public ClusterProblem(String message) {
    super(message);
  }

  /** A problem with its cause, which is shown only to those who ask for more. */
  public ClusterProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
