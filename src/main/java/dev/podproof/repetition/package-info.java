/**
 * What repetitions of one scenario have in common and where they part: pass rates, spreads, the
 * first difference. Pure: no clock, no files, no drawing.
 */
@NullMarked
package dev.podproof.repetition;

import org.jspecify.annotations.NullMarked;
