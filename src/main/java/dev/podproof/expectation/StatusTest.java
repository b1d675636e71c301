package dev.podproof.expectation;

import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.PodSnapshot;

/** A question that one version of a pod answers. */
interface StatusTest {
  /** Whether it holds in that version. */
  boolean holds(PodSnapshot pod);

  /**
   * What the API's own stamp says of the last change; {@link Interval#UNKNOWN} where it has none.
   */
  default Interval since(PodSnapshot pod) {
    return Interval.UNKNOWN;
  }
}
