package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;

import dev.podproof.action.HttpAnswer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a request over HTTP must be answered. */
class HttpDemandTest {
  private static final HttpAnswer ANSWER =
      new HttpAnswer(503, List.of("Retry-After: 5"), "try later\n", "");
  private static final HttpAnswer NONE = new HttpAnswer(0, List.of(), "", "connection refused");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "answers | true",
        "answers with status 503 | true",
        "answers with status 200 or 503 | true",
        "answers with status 200 | false",
        "answers \"later\" | true",
        "answers exactly \"try later\" | true",
        "answers exactly \"try\" | false",
        "answers a line matching \"^try\" | true",
        "answers with status 503 and \"later\" | true",
        "answers with status 503 and body \"now\" | false",
        "answers with header \"retry-after: 5\" | true",
        "answers with status 503 and header \"Retry-After: 6\" | false",
        "answers with status 503 and header \"Retry-After\" and body \"later\" | true",
        "is not answered | false",
      })
  void an_answer(String demand, boolean asDemanded) {
    then(demand).matches(HttpDemand.REGEX);
    var observed = HttpDemand.of(demand).of("GET /", ANSWER, UnaryOperator.identity());

    then(observed.asDemanded()).isEqualTo(asDemanded);
    then(observed.demand()).isEqualTo("GET / " + demand);
    then(observed.seen()).isEqualTo("it answered with status 503 and \"try later\"");
  }

  @Test
  void no_answer() {
    then(HttpDemand.of("is not answered").of("GET /", NONE, UnaryOperator.identity()).asDemanded())
        .isTrue();
    var observed = HttpDemand.of("answers").of("GET /", NONE, UnaryOperator.identity());
    then(observed.asDemanded()).isFalse();
    then(observed.seen()).isEqualTo("it did not answer: connection refused");
  }
}
