package dev.podproof.lifecycle.planted;

/** An offender. */
public final class Prints {
  void print() {
    System.out.println();
  }
}
