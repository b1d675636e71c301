/**
 * What may be demanded of a history, and the verdict on it.
 *
 * <p>Pure: an expectation is a function of the history and of the moment at which it is asked.
 */
@NullMarked
package dev.podproof.expectation;

import org.jspecify.annotations.NullMarked;
