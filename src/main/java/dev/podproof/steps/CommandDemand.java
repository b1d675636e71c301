package dev.podproof.steps;

import dev.podproof.action.RunCommand.Result;
import dev.podproof.expectation.Observed;
import dev.podproof.expectation.TextMatch;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a command must yield. */
public record CommandDemand(String words, Predicate<Result> test) {
  static final String REGEX =
      "(?:prints|answers) (?:exactly |a line matching )?"
          + Words.QUOTED
          + "|prints nothing|exits with code \\d+|fails|is not answered";

  static CommandDemand succeeds() {
    return new CommandDemand("succeeds", result -> result.exitCode() == 0);
  }

  static CommandDemand of(String text) {
    var words = new Words(text);
    if (text.equals("prints nothing")) {
      return new CommandDemand(text, result -> said(result).isEmpty());
    }
    if (text.equals("fails") || text.equals("is not answered")) {
      return new CommandDemand(text, result -> result.exitCode() != 0);
    }
    if (text.startsWith("exits with code")) {
      var code = words.number();
      return new CommandDemand(text, result -> result.exitCode() == code);
    }
    var wanted = words.quoted();
    if (words.unquoted().contains(" exactly ")) {
      return new CommandDemand(text, result -> said(result).equals(wanted));
    }
    if (words.unquoted().contains("a line matching ")) {
      var match = TextMatch.pattern(wanted);
      return new CommandDemand(text, result -> said(result).lines().anyMatch(match::matches));
    }
    return new CommandDemand(text, result -> said(result).contains(wanted));
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
    var shown = said.length() > 300 ? said.substring(0, 300) + " ..." : said;
    return new Observed(
        command + " " + words,
        test.test(result),
        "it ended with exit code "
            + result.exitCode()
            + (shown.isEmpty() ? " and printed nothing" : " and printed \"" + shown + "\""));
  }
}
