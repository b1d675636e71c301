package dev.podproof.run;

import dev.podproof.mutation.operator.Operator;
import java.util.List;

/**
 * Which mutants of which features, and what becomes of the answer.
 *
 * @param sample how many of them at most
 * @param failUnder the least score in percent that is good enough
 * @param json whether the answer is for programs
 * @param patient whether a step of a mutant is given its own budget, however long it takes
 *     unchanged
 * @param again whether mutants are run whose outcome is known from an earlier run
 */
public record MutationSettings(
    List<Operator> operators,
    int sample,
    long seed,
    int failUnder,
    boolean json,
    boolean again,
    boolean patient) {
  public MutationSettings {
    operators = List.copyOf(operators);
  }
}
