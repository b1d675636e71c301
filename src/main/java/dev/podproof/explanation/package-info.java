/**
 * Why a demand was not met, as data and as text: what was expected, what came, what blocked it.
 *
 * <p>Pure.
 */
@NullMarked
package dev.podproof.explanation;

import org.jspecify.annotations.NullMarked;
