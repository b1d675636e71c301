package dev.podproof.explanation;

import java.util.List;

/** A family of causes that concern a pod as a whole. Pure. */
@FunctionalInterface
interface PodCause {
  /** The chain, the nearest first; empty where it is none of this family. */
  List<Cause> in(Facts facts);
}
