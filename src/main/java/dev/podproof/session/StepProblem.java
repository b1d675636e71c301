package dev.podproof.session;

import dev.podproof.explanation.Failure;
import java.util.Optional;

/**
 * A step did not turn out satisfied. Exactly one of five kinds.
 *
 * <p>The message is what a reader of the run is shown.
 */
public abstract sealed class StepProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StepProblem(String message, @org.jspecify.annotations.Nullable Throwable cause) {
    super(message, cause);
  }

  private StepProblem(String message) {
    super(message);
  }

  /** The explanation as data; empty where the message says it all. */
  public Optional<Failure> failure() {
    return Optional.empty();
  }

  /** The pod misbehaved. */
  public static final class Violation extends StepProblem {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    Violation(Failure failure) {
      super(failure.inWords());
      this.failure = failure;
    }

    @Override
    public Optional<Failure> failure() {
      return Optional.of(failure);
    }
  }

  /** The evidence does not decide it. */
  public static final class Undecided extends StepProblem {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    Undecided(Failure failure) {
      super(failure.inWords());
      this.failure = failure;
    }

    @Override
    public Optional<Failure> failure() {
      return Optional.of(failure);
    }
  }

  /** What the scenario asks for cannot be done: the user's mistake. */
  public static final class Unusable extends StepProblem {
    private static final long serialVersionUID = 1L;

    Unusable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The scenario does not apply to this cluster, for a stated reason. */
  public static final class Skip extends StepProblem {
    private static final long serialVersionUID = 1L;

    Skip(String reason) {
      super(reason);
    }
  }

  /** A scenario that is not run, for this reason. */
  public static StepProblem skip(String reason) {
    return new Skip(reason);
  }

  /** What a recorded run could not do, in the words that it had for it. */
  public static StepProblem unusable(String message) {
    return new Unusable(message, null);
  }

  /** That a recorded run lost its cluster, in the words that it had for it. */
  public static StepProblem lost(String message) {
    return new Infrastructure(message);
  }

  /** The cluster was lost, or contradicted itself. */
  public static final class Infrastructure extends StepProblem {
    private static final long serialVersionUID = 1L;

    Infrastructure(String message, Throwable cause) {
      super(message, cause);
    }

    Infrastructure(String message) {
      super(message);
    }
  }
}
