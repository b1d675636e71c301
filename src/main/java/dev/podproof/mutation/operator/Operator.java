package dev.podproof.mutation.operator;

import java.util.stream.Stream;

/** A kind of change. Immutable. */
public interface Operator {
  /** What it is called on the command line, such as drop-startup-probe. */
  String name();

  /** What it does, in a few words. */
  String does();

  /** Whether what is changed may merely become slower, so that only time tells. */
  default boolean slows() {
    return false;
  }

  /** Each place of an object where it can be done; none where it has no such place. */
  Stream<Mutation> in(Subject subject);
}
