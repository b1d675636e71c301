package dev.podproof.steps;

import dev.podproof.expectation.TextMatch;
import java.util.function.Predicate;

/** What a text must be: a part of it, all of it, or a line of it. */
final class TextDemand {
  static final String REGEX = "(?:exactly |a line matching )?" + Words.QUOTED;

  private TextDemand() {}

  /** The last text in quotes is the one that is demanded. */
  static Predicate<String> of(Words words) {
    var wanted = words.lastQuoted();
    if (words.unquoted().contains(" exactly \"")) {
      return text -> text.strip().equals(wanted.strip());
    }
    if (words.unquoted().contains("a line matching ")) {
      var match = TextMatch.pattern(wanted);
      return text -> text.lines().anyMatch(match::matches);
    }
    return text -> text.contains(wanted);
  }

  /** So many lines. */
  static Predicate<String> lines(Words words) {
    var amount = words.amount();
    return text -> amount.fits(text.lines().count());
  }
}
