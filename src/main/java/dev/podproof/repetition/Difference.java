package dev.podproof.repetition;

import java.time.Duration;

/**
 * Something in which two repetitions differ.
 *
 * @param what it is, such as "container app of pod web exits"
 * @param at when, from the scenario's first action on, in the repetition in which it was earlier;
 *     zero for a line of a log
 * @param inGreen how it was in the one, such as "exited 0 at +2.08s"
 * @param inRed how it was in the other, such as "not seen up to +5.30s"
 */
public record Difference(String what, Duration at, String inGreen, String inRed) {}
