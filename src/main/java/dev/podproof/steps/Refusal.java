package dev.podproof.steps;

import dev.podproof.action.Attempt;
import dev.podproof.expectation.TextMatch;
import java.util.Optional;

/**
 * How the API server is to refuse a request.
 *
 * @param code the HTTP status; empty for any
 * @param field the path of a field that it names; empty for any
 * @param saying a part of its words; empty for any
 */
public record Refusal(Optional<Integer> code, Optional<String> field, Optional<TextMatch> saying) {
  static final String REGEX = "(?: with code \\d+)?(?: at " + Words.QUOTED + ")?" + Words.SAYING;

  static Refusal of(String text) {
    var words = new Words(text);
    return new Refusal(
        text.startsWith(" with code ") ? Optional.of(words.number()) : Optional.empty(),
        words.after(" at"),
        words.saying());
  }

  boolean fits(Attempt.Answer answer) {
    return !answer.isAccepted()
        && code.map(wanted -> wanted == answer.code()).orElse(true)
        && field.map(path -> names(answer, path)).orElse(true)
        && saying.map(text -> says(answer, text)).orElse(true);
  }

  // Strict decoding refuses with words alone, in which the path stands in quotes.
  private static boolean names(Attempt.Answer answer, String path) {
    return answer.fields().stream().anyMatch(cause -> cause.field().equals(path))
        || answer.message().contains("\"" + path + "\"");
  }

  private static boolean says(Attempt.Answer answer, TextMatch text) {
    return text.matches(answer.message())
        || answer.fields().stream()
            .anyMatch(cause -> text.matches(cause.message()) || cause.reason().equals(text.text()));
  }

  String inWords() {
    return code.map(wanted -> " with code " + wanted).orElse("")
        + field.map(path -> " at " + path).orElse("")
        + saying.map(TextMatch::said).orElse("");
  }
}
