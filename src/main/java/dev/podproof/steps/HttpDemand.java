package dev.podproof.steps;

import dev.podproof.action.HttpAnswer;
import dev.podproof.expectation.Observed;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How a request over HTTP must be answered. */
public record HttpDemand(String words, Predicate<HttpAnswer> test) {
  private static final int LONGEST = 300;
  private static final String HEADER = " (?:with|and) header " + Words.QUOTED;

  static final String REGEX =
      "answers(?: with status \\d{3}(?: or \\d{3})*)?(?:"
          + HEADER
          + ")?(?:(?: and)?(?: body)? "
          + TextDemand.REGEX
          + ")?|is not answered";

  static HttpDemand of(String text) {
    if (text.equals("is not answered")) {
      return new HttpDemand(text, answer -> !answer.isThere());
    }
    var words = new Words(text);
    Predicate<HttpAnswer> test = HttpAnswer::isThere;
    if (words.unquoted().contains("with status ")) {
      var codes = words.numbersAfter("with status");
      test = test.and(answer -> codes.contains(answer.status()));
    }
    var header = words.after("header");
    if (header.isPresent()) {
      test = test.and(answer -> answer.has(header.get()));
    }
    var body = new Words(text.replaceFirst(HEADER, ""));
    if (body.text().contains("\"")) {
      var wanted = TextDemand.of(body);
      test = test.and(answer -> wanted.test(answer.body()));
    }
    return new HttpDemand(text, test);
  }

  /**
   * What came of a request.
   *
   * @param hide hides what nobody may be shown, before it is cut
   */
  Observed of(String request, HttpAnswer answer, UnaryOperator<String> hide) {
    return new Observed(request + " " + words, test.test(answer), seen(answer, hide));
  }

  private static String seen(HttpAnswer answer, UnaryOperator<String> hide) {
    var body = hide.apply(answer.body().strip());
    return answer.isThere()
        ? "it answered with status "
            + answer.status()
            + (body.isEmpty() ? " and no body" : " and \"" + shortened(body) + "\"")
        : "it did not answer: " + shortened(hide.apply(answer.trouble()));
  }

  private static String shortened(String text) {
    return Optional.of(text)
        .filter(all -> all.length() > LONGEST)
        .map(all -> all.substring(0, LONGEST) + " ...")
        .orElse(text);
  }
}
