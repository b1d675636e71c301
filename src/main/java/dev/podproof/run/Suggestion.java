package dev.podproof.run;

/**
 * A step that a mutant's scenarios may lack.
 *
 * @param proved whether it is satisfied by the recording of the unchanged scenario, and violated by
 *     the mutant's
 * @param because after which step, as FILE:LINE, where it is proved; else why it is not known
 */
record Suggestion(String step, boolean proved, String because) {
  /** In two lines. */
  String inWords() {
    return proved
        ? "would have caught it:  "
            + step
            + "\n    after "
            + because
            + ": satisfied unchanged, violated with the change"
        : "might have caught it:  " + step + "\n    " + because;
  }
}
