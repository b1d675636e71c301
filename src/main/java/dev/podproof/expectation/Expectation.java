package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import java.util.Optional;

/**
 * Something that is demanded of a history.
 *
 * <p>Implementations are immutable values. To add one, write one record that implements this.
 */
public interface Expectation {
  /**
   * Judges the history as it stood at {@code asOf.now()}.
   *
   * <p>Pure: equal arguments give equal verdicts, and the order in which observations arrived does
   * not matter. A hole in the evidence where the answer lies yields {@link Verdict.CannotTell},
   * never {@link Verdict.Satisfied}. From {@link Verdict.StillOpen#decidedBy()} on, provided the
   * witnesses have spoken, the verdict is final.
   */
  Verdict evaluate(History history, AsOf asOf);

  /** The demand as a phrase, such as "container webapp is ready within 20s". */
  String inWords();

  /** Whether it is about what is so when it is asked, and not about what will be. */
  default boolean isOfNow() {
    return false;
  }

  /** The pod that it is about, for those who explain a failure; empty where it is about none. */
  default Optional<PodRef> pod() {
    return Optional.empty();
  }
}
