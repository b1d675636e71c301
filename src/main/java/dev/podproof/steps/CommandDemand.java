package dev.podproof.steps;

import dev.podproof.action.RunCommand.Result;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.ValueTest;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a command must yield. */
public record CommandDemand(String words, Predicate<Result> test) {
  private static final int LONGEST = 300;

  static final String REGEX =
      "(?:prints|does not print) "
          + TextDemand.REGEX
          + "|prints nothing|prints (?:exactly|at least|at most) \\d+ lines?|prints "
          + Meanings.BOUND
          + "|exits with (?:code|a code other than) \\d+(?: or \\d+)*|succeeds|fails";

  static CommandDemand succeeds() {
    return of("succeeds");
  }

  static CommandDemand of(String text) {
    return new CommandDemand(text, test(text, new Words(text)));
  }

  private static Predicate<Result> test(String text, Words words) {
    if (text.equals("succeeds")) {
      return result -> result.exitCode() == 0;
    }
    if (text.equals("fails")) {
      return result -> result.exitCode() != 0;
    }
    if (text.startsWith("exits with")) {
      var exit = words.exit();
      return result -> exit.allows(result.exitCode());
    }
    return printed(text, words);
  }

  private static Predicate<Result> printed(String text, Words words) {
    if (text.equals("prints nothing")) {
      return result -> said(result).isEmpty();
    }
    if (text.contains("\"")) {
      var wanted = TextDemand.of(words);
      return text.startsWith("does not ")
          ? result -> !wanted.test(said(result))
          : result -> wanted.test(said(result));
    }
    if (text.matches(".* lines?")) {
      var lines = TextDemand.lines(words);
      return result -> lines.test(said(result));
    }
    ValueTest bound = Meanings.bound(text);
    return result -> bound.fits(Optional.of(said(result)));
  }

  private static String said(Result result) {
    return (result.output() + result.error()).strip();
  }

  /**
   * What a command that has ended shows.
   *
   * @param hide hides what nobody may be shown, before it is cut
   */
  Observed of(String command, Result result, UnaryOperator<String> hide) {
    var said = hide.apply(said(result));
    var shown = said.length() > LONGEST ? said.substring(0, LONGEST) + " ..." : said;
    return new Observed(
        command + " " + words,
        test.test(result),
        "it ended with exit code "
            + result.exitCode()
            + (shown.isEmpty() ? " and printed nothing" : " and printed \"" + shown + "\""));
  }
}
