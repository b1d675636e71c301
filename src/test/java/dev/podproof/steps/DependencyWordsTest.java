package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of a dependency, told back in their own words. */
class DependencyWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "is absent | is absent",
        "has no endpoints | has no endpoints",
        "refuses connections | refuses connections",
        "drops packets | drops packets",
        "accepts connections | accepts connections",
        "accepts connections and never answers | accepts connections and never answers",
        "answers with status 503 | answers with status 503",
        "answers with status 200 and body \"200 after 9s\" | answers with status 200 and body \"200 after 9s\"",
        "answers with status 500 after 1500ms | answers with status 500 after 1.5s",
        "answers with status 200 and body \"x\" after 2m | answers with status 200 and body \"x\" after 120.0s",
      })
  void says(String sentence, String meaning) {
    then(sentence).matches(DependencyWords.STATE);
    then(DependencyWords.state(sentence).inWords()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({"answers", "answers with status 99", "answers with status 200 after 3", "hangs"})
  void is_no_state(String sentence) {
    then(sentence).doesNotMatch(DependencyWords.STATE);
  }
}
