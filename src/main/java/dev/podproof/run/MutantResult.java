package dev.podproof.run;

import dev.podproof.mutation.Mutant;
import java.time.Duration;

/**
 * A mutant and what became of it.
 *
 * @param because place and text of the step that was not satisfied, and in further lines why; or
 *     the proof; empty where it survived
 * @param took its scenarios together
 * @param unchanged how long those of them that were run take unchanged, together
 * @param known whether that is from an earlier run
 */
record MutantResult(
    Mutant mutant, Fate fate, String because, Duration took, Duration unchanged, boolean known) {}
