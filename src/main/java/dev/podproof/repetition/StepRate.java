package dev.podproof.repetition;

/**
 * How often a step was satisfied.
 *
 * @param reached in how many repetitions it was come to
 */
public record StepRate(String text, int line, int satisfied, int reached) {}
