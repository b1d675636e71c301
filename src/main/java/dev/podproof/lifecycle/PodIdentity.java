package dev.podproof.lifecycle;

/** One pod: its name may be used again by a successor, its UID never is. */
public record PodIdentity(String name, String uid) {}
