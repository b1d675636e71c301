package dev.podproof.steps;

/** Lets a scenario wait until it may run. */
@FunctionalInterface
public interface Turn {
  /** Returns when it may. */
  void await();
}
