package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sentences mean, told back in the words of messages. */
class PhrasesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "container \"a\" starts | container a starts",
        "sidecar \"a\" of pod \"p\" starts for the 2nd time | container a of pod p starts (time 2)",
        "container \"a\" exits with code 0 or 143 | container a exits with code 0 or 143",
        "container \"a\" exits with code 137 and reason \"OOMKilled\" or \"Error\" | container a exits with code 137 and reason OOMKilled or Error",
        "init container \"a\" completes | container a completes",
        "container \"a\" logs \"starts before\" | container a logs \"starts before\"",
        "container \"a\" logs a line matching \"^x$\" for the 3rd time | container a logs a line matching \"^x$\" (time 3)",
        "container \"a\" is not started | container a is not started",
        "container \"a\" is waiting with reason \"X\" or \"Y\" | container a is waiting with reason X or Y",
        "container \"a\" is terminated with reason \"R\" | container a is terminated with reason R",
        "container \"a\" has restart count of at least 2 | container a has restart count of at least 2",
        "the pod of job \"j\" is Succeeded | the pod of job j is Succeeded",
        "the pod labelled \"app=web\" is not ready | the pod labelled app=web is not ready",
        "pod \"p\" is gone | pod p is gone",
        "condition \"Ready\" of the pod is False with reason \"R\" naming exactly \"a, b\" | the pod has condition Ready False with reason R naming exactly a, b",
        "field \"status.qosClass\" of the pod is \"Burstable\" | the pod has field status.qosClass that is \"Burstable\"",
        "field \"status.used['cpu']\" of resourcequota \"q\" is at least 2 | resourcequota q has field status.used['cpu'] that is at least 2",
        "field \"status.succeeded\" of job \"j\" is 1 | job j has field status.succeeded that is 1",
        "field \"status.succeeded\" of job \"j\" is not 1 | job j has field status.succeeded that is not 1",
        "field \"status.limit\" of job \"j\" is 64Mi | job j has field status.limit that is 64Mi",
        "field \"spec.paused\" of deployment \"d\" is true | deployment d has field spec.paused that is \"true\"",
        "field \"x\" of pod \"p\" contains \"absent\" | pod p has field x that contains \"absent\"",
        "event \"Killing\" is reported for container \"a\" saying \"probe\" | event Killing is reported for container a of the pod saying \"probe\"",
        "event \"Failed\" is reported for job \"j\" | event Failed is reported for job j",
        "field \"x\" of the pod is not \"between 2 and 5\" | the pod has field x that is not \"between 2 and 5\"",
        "field \"x\" of the pod is not one of \"a, b\" | the pod has field x that is not one of \"a, b\"",
        "field \"x\" of the pod is between -2 and 5.5 | the pod has field x that is at least -2 and is at most 5.5",
        "all pods are ready | all pods are ready",
        "all the pods labelled \"app=web\" are ready | all pods labelled app=web are ready",
        "every pod of job \"j\" is Succeeded | all pods of job j are Succeeded",
        "any pod of job \"j\" is Failed | at least 1 of the pods of job j are Failed",
        "no pod is terminating | exactly 0 of the pods are terminating",
        "at most 2 of the pods are gone | at most 2 of the pods are gone",
        "container \"a\" of all pods starts for the 2nd time | container a starts (time 2), of all pods",
        "container \"a\" of all pods of job \"j\" logs \"x\" | container a of all pods of job j logs \"x\"",
        "container \"a\" logs \"of all pods\" | container a logs \"of all pods\"",
        "field \"x\" of exactly 2 of the pods is \"y\" | exactly 2 of the pods have field x that is \"y\"",
        "condition \"Ready\" of all pods is True | all pods have condition Ready True",
      })
  void says(String sentence, String meaning) {
    then(Phrases.read(sentence, PhraseTypes.SAYS).now().inWords()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "container \"a\" has never exited with code 1 | container a exits with code 1",
        "container \"a\" has never been running | container a is running",
        "the pod has never been Failed | the pod is Failed",
        "event \"E\" has never been reported for the pod | event E is reported for the pod",
      })
  void has_never(String sentence, String meaning) {
    then(Phrases.read(sentence, PhraseTypes.HAS_NEVER).ever().inWords()).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "container \"a\" stays at restart count 0 | container a has restart count 0",
        "pod \"p\" stays not ready | pod p is not ready",
        "all pods stay ready | all pods are ready",
        "condition \"Initialized\" of pod \"p\" stays True | pod p has condition Initialized True",
      })
  void stays(String sentence, String meaning) {
    then(Phrases.read(sentence, PhraseTypes.STAYS).state().orElseThrow().inWords())
        .isEqualTo(meaning);
  }

  @Test
  void every_sentence_has_one_meaning() {
    var sentence = "container \"a\" is waiting with reason \"X\"";

    then(Phrases.ALL.stream().filter(form -> form.read(sentence, form.says()).isPresent()).toList())
        .hasSize(1);
  }

  @Test
  void the_expressions_for_Cucumber_hold_no_groups() {
    then(Pattern.compile(Phrases.regex(PhraseTypes.SAYS)).matcher("").groupCount()).isZero();
    then(Pattern.compile(Phrases.regex(PhraseTypes.NEVER)).matcher("").groupCount()).isZero();
    then(Pattern.compile(Phrases.regex(form -> Optional.of(form.hasNever())))
            .matcher("")
            .groupCount())
        .isZero();
  }

  @Test
  void a_sentence_that_is_none_is_refused() {
    thenThrownBy(() -> Phrases.read("container \"a\" dances", PhraseTypes.SAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"container \"a\" dances\" is no phrase; podproof steps lists them");
  }
}
