package dev.podproof.steps;

import dev.podproof.action.RunCommand.Result;
import dev.podproof.expectation.Observed;
import java.util.function.Predicate;

/** What a file must be. */
public record FileDemand(String words, Predicate<Result> test) {
  static final String REGEX =
      "(?:contains|does not contain) "
          + TextDemand.REGEX
          + "|has (?:exactly|at least|at most) \\d+ lines?|is empty|does not exist|exists";

  static FileDemand of(String text) {
    if (text.equals("does not exist")) {
      return new FileDemand(text, result -> result.error().contains("No such file"));
    }
    var content = content(text, new Words(text));
    return new FileDemand(text, result -> result.exitCode() == 0 && content.test(result.output()));
  }

  private static Predicate<String> content(String text, Words words) {
    if (text.equals("exists")) {
      return content -> true;
    }
    if (text.equals("is empty")) {
      return String::isEmpty;
    }
    if (text.startsWith("has ")) {
      return TextDemand.lines(words);
    }
    var wanted = TextDemand.of(words);
    return text.startsWith("does not ") ? wanted.negate() : wanted;
  }

  Observed of(String path, Result result) {
    var lines = result.output().lines().toList();
    var seen =
        result.exitCode() == 0
            ? "it has "
                + lines.size()
                + (lines.size() == 1 ? " line" : " lines")
                + (lines.isEmpty()
                    ? ""
                    : ", the last of them \"" + lines.get(lines.size() - 1) + "\"")
            : "it could not be read: " + why(result);
    return new Observed("file " + path + " " + words, test.test(result), seen);
  }

  private static String why(Result result) {
    return result.error().isBlank()
        ? "the image has no cat, and this cluster gives no access to its node"
        : result.error().strip();
  }
}
