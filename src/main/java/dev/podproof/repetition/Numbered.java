package dev.podproof.repetition;

/** What there is more than one of. */
final class Numbered {
  private Numbered() {}

  /** The words; from the second on with the number behind them. */
  static String of(String words, int number) {
    return number == 1 ? words : words + " (number " + number + ")";
  }
}
