package dev.podproof.lifecycle.planted;

/** An offender. */
public final class ReadsTheEnvironment {
  String home() {
    return String.valueOf(System.getenv("HOME"));
  }
}
