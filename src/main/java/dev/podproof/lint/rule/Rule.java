package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** One thing that goes wrong. Implementations are pure and have no state. */
public interface Rule {
  About about();

  /**
   * Looks at one workload.
   *
   * @param all everything that was read with it
   */
  Stream<Finding> check(Workload workload, ManifestSet all);
}
