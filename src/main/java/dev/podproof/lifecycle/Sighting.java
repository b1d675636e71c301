package dev.podproof.lifecycle;

/** What one witness says about one moment. */
public record Sighting(Witness witness, Interval interval) {}
