package dev.podproof.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of mutants, counted. Equivalent and invalid ones count for nothing. */
record Score(List<MutantResult> results) {
  Score {
    results = List.copyOf(results);
  }

  long count(Fate fate) {
    return results.stream().filter(one -> one.fate() == fate).count();
  }

  private long noticed() {
    return results.stream().filter(one -> one.fate().isNoticed()).count();
  }

  /** Noticed of those noticed or survived, in percent; 100 where there are none. */
  double percent() {
    return percent(noticed(), noticed() + count(Fate.SURVIVED));
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 100 : 100.0 * part / whole;
  }

  /**
   * 0 where the score is high enough, 1 where it is not, 3 where that hangs on what is undecided, 4
   * where the cluster was lost.
   */
  int exitCode(int failUnder) {
    if (count(Fate.LOST) > 0) {
      return 4;
    }
    var whole = noticed() + count(Fate.SURVIVED) + count(Fate.UNDECIDED);
    if (percent(noticed() + count(Fate.UNDECIDED), whole) < failUnder) {
      return 1;
    }
    return percent(noticed(), whole) >= failUnder ? 0 : 3;
  }

  /** Why it is not good enough, in a line with its end; empty where it is. */
  String complaint(int failUnder) {
    return switch (exitCode(failUnder)) {
      case 1 -> "the score is below --fail-under " + failUnder + "\n";
      case 3 ->
          "whether the score reaches --fail-under " + failUnder + " hangs on what is undecided\n";
      default -> "";
    };
  }

  /** Such as: score 80.0 %: 4 killed, 1 survived. */
  String inWords() {
    return String.format(Locale.ROOT, "score %.1f %%: ", percent())
        + Arrays.stream(Fate.values())
            .filter(fate -> count(fate) > 0)
            .map(fate -> count(fate) + " " + fate.inWords())
            .collect(Collectors.joining(", "));
  }
}
