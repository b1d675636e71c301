package dev.podproof.cluster;

import java.time.Duration;

/** A part of a start and how long it took. */
public record StartPhase(String name, Duration took) {}
