package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import java.util.List;

/** A family of causes that concern one container of a pod. Pure. */
@FunctionalInterface
interface ContainerCause {
  /** The chain, the nearest first; empty where it is none of this family. */
  List<Cause> in(Facts facts, ContainerSnapshot container);
}
