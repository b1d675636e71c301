package dev.podproof.run;

import java.util.Locale;

/** What became of a mutant. */
enum Fate {
  /** A step was not satisfied that is satisfied unchanged. */
  KILLED,
  /**
   * A step was not satisfied in several times what it takes unchanged; its own budget was not
   * waited for.
   */
  TIMED_OUT,
  /** Every scenario that applies it was satisfied. */
  SURVIVED,
  /** It is proved that no behaviour depends on the change. */
  EQUIVALENT,
  /** It is no manifest that the API server takes. */
  INVALID,
  /** The evidence leaves open whether a step was satisfied, or none was run. */
  UNDECIDED,
  /** The cluster was lost. */
  LOST;

  /** Whether a feature noticed it. */
  boolean isNoticed() {
    return this == KILLED || this == TIMED_OUT;
  }

  String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
