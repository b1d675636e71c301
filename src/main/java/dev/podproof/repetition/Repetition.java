package dev.podproof.repetition;

/**
 * Which of how many repetitions of a scenario, the first being number 1.
 *
 * <p>The constructor refuses a number that is none of those (IllegalArgumentException).
 */
public record Repetition(int number, int of) {
  /** That of a scenario which is run once. */
  public static final Repetition ONLY = new Repetition(1, 1);

  public Repetition {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("there is no repetition " + number + " of " + of);
    }
  }

  /** Whether there are others. */
  public boolean isOneOfSeveral() {
    return of > 1;
  }

  /** Such as "repetition 2 of 10". */
  public String inWords() {
    return "repetition " + number + " of " + of;
  }
}
