package dev.podproof.expectation;

import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.PodSnapshot;

/** A question that one version of a pod answers. */
interface StatusTest {
  /** Whether it holds in that version. */
  boolean holds(PodSnapshot pod);

  /**
   * When the last change came into this status: where it has no stamp of its own, that of the
   * write.
   */
  default Interval since(PodSnapshot pod) {
    return pod.written();
  }

  /** Whether it begins with the write, as a condition does, and is no news of something else. */
  default boolean isWritten() {
    return false;
  }
}
