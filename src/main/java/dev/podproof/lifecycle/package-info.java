/**
 * The model: what was seen of pods, by which witness, and in which interval each moment certainly
 * lies.
 *
 * <p>Pure: no I/O, no clock, no threads, no Kubernetes types.
 */
@NullMarked
package dev.podproof.lifecycle;

import org.jspecify.annotations.NullMarked;
