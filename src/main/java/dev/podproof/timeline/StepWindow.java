package dev.podproof.timeline;

import java.time.Instant;

/** The time that a step took, and how it turned out, such as "ok". */
public record StepWindow(String text, int line, String outcome, Instant from, Instant to) {}
