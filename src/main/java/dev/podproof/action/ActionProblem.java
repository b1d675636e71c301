package dev.podproof.action;

/** An action could not be done; the message is for the user, in at most five lines. */
public final class ActionProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean unheard;

  private ActionProblem(
      String message, @org.jspecify.annotations.Nullable Throwable cause, boolean unheard) {
    super(message, cause);
    this.unheard = unheard;
  }

  /** A problem in words: what was expected, what came, where, and the next step. */
  public ActionProblem(String message) {
    this(message, null, false);
  }

  /** A problem with its cause. */
  public ActionProblem(String message, Throwable cause) {
    this(message, cause, false);
  }

  /** No answer came, so that nothing is known of what was asked. */
  public static ActionProblem unheard(String message, Throwable cause) {
    return new ActionProblem(message, cause, true);
  }

  /** Whether no answer came, and the fault may be the connection's. */
  public boolean isUnheard() {
    return unheard;
  }
}
