package dev.podproof.run;

import dev.podproof.mutation.Mutant;
import java.time.Duration;
import java.util.List;

/**
 * A mutant and what became of it.
 *
 * @param because place and text of the step that was not satisfied, and in further lines why; or
 *     the proof; empty where it survived
 * @param took its scenarios together
 * @param unchanged how long those of them that were run take unchanged, together
 * @param known whether that is from an earlier run
 * @param wouldCatch steps that its scenarios may lack; empty where it did not survive
 */
record MutantResult(
    Mutant mutant,
    Fate fate,
    String because,
    Duration took,
    Duration unchanged,
    boolean known,
    List<Suggestion> wouldCatch) {
  MutantResult {
    wouldCatch = List.copyOf(wouldCatch);
  }

  /** What became of one that was run just now, and what nothing is suggested for. */
  MutantResult(Mutant mutant, Fate fate, String because, Duration took, Duration unchanged) {
    this(mutant, fate, because, took, unchanged, false, List.of());
  }

  /** The same with these steps. */
  MutantResult suggesting(List<Suggestion> steps) {
    return new MutantResult(mutant, fate, because, took, unchanged, known, steps);
  }
}
