package dev.podproof.steps;

import dev.podproof.action.RunCommand.Result;
import dev.podproof.expectation.Observed;
import java.util.function.Predicate;

/** What a file must be. */
public record FileDemand(String words, Predicate<Result> test) {
  static final String REGEX =
      "contains " + Words.QUOTED + "|has exactly \\d+ lines?|does not exist|exists";

  static FileDemand of(String text) {
    var words = new Words(text);
    if (text.equals("exists")) {
      return new FileDemand(text, result -> result.exitCode() == 0);
    }
    if (text.equals("does not exist")) {
      return new FileDemand(text, result -> result.error().contains("No such file"));
    }
    if (text.startsWith("has exactly")) {
      var lines = words.number();
      return new FileDemand(
          text, result -> result.exitCode() == 0 && result.output().lines().count() == lines);
    }
    var wanted = words.quoted();
    return new FileDemand(
        text, result -> result.exitCode() == 0 && result.output().contains(wanted));
  }

  Observed of(String path, Result result) {
    var seen =
        result.exitCode() == 0
            ? "it has "
                + result.output().lines().count()
                + " lines, the last of them \""
                + result.output().lines().reduce((a, b) -> b).orElse("")
                + "\""
            : "it could not be read: " + result.error().strip();
    return new Observed("file " + path + " " + words, test.test(result), seen);
  }
}
