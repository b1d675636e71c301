package dev.podproof.expectation;

/** How many: exactly, at least or at most so many. */
public record Amount(Kind kind, int number) {
  /** The kind of bound. */
  public enum Kind {
    EXACTLY("exactly"),
    AT_LEAST("at least"),
    AT_MOST("at most");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Such as "at least". */
    public String inWords() {
      return words;
    }
  }

  /** Exactly so many. */
  public static Amount exactly(int number) {
    return new Amount(Kind.EXACTLY, number);
  }

  /** Whether so many are as demanded. */
  public boolean fits(long count) {
    return switch (kind) {
      case EXACTLY -> count == number;
      case AT_LEAST -> count >= number;
      case AT_MOST -> count <= number;
    };
  }

  /** Whether more of them would change nothing. */
  boolean isSettledBy(long count) {
    return kind == Kind.AT_LEAST ? count >= number : count > number;
  }

  /** Such as "at least 2". */
  public String inWords() {
    return kind.inWords() + " " + number;
  }
}
