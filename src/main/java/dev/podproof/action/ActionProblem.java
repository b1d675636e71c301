package dev.podproof.action;

/** An action could not be done; the message is for the user, in at most five lines. */
public final class ActionProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A problem in words: what was expected, what came, where, and the next step. */
  public ActionProblem(String message) {
    super(message);
  }

  /** A problem with its cause. */
  public ActionProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
