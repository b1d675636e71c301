package dev.podproof.lint.rule;

/** What a rule rests on. */
public enum Basis {
  /** Scenarios with the rule's tag below features/lint run the fault and its cure. */
  PROVED("proved by running it"),
  /** Good practice; no scenario shows the harm. */
  ADVICE("advice"),
  /** The file itself is at fault, before any pod. */
  INPUT("about the file itself");

  private final String words;

  Basis(String words) {
    this.words = words;
  }

  public String inWords() {
    return words;
  }
}
