package dev.podproof.session;

import dev.podproof.action.Attempt;
import dev.podproof.action.RunCommand;
import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.Observed;
import org.jspecify.annotations.Nullable;

/**
 * One question that a step put to its cluster, and what it was told. With the history these are
 * enough to judge the step again. Immutable.
 */
public sealed interface Asked {
  /**
   * A demand was decided.
   *
   * @param asOf when it was decided, and since when it was asked
   * @param observations how many the history had then
   */
  record Judged(AsOf asOf, int observations) implements Asked {}

  /**
   * The history was looked at.
   *
   * @param observations how many it had then
   */
  record Looked(int observations) implements Asked {}

  /** Something was done that yields nothing a step could use. */
  record Done() implements Asked {}

  /** A command was run. */
  record Ran(RunCommand.Result result) implements Asked {}

  /** A request was sent. */
  record Answered(Attempt.Answer answer) implements Asked {}

  /** Something was done again and again; this was the last that it showed. */
  record Repeated(Observed last) implements Asked {}

  /** Something was required of the cluster. */
  record Required(boolean met) implements Asked {}

  /** What doing something yielded. */
  static Asked yielded(@Nullable Object result) {
    if (result instanceof RunCommand.Result ran) {
      return new Ran(ran);
    }
    return result instanceof Attempt.Answer answer ? new Answered(answer) : new Done();
  }
}
