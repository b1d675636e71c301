/**
 * How a scenario usually goes, and what is different this time. Pure: no clock, no files.
 *
 * <p>Histories become courses, in which everything is called alike in every run; courses become a
 * pattern; a pattern and courses become differences.
 */
@NullMarked
package dev.podproof.baseline;

import org.jspecify.annotations.NullMarked;
