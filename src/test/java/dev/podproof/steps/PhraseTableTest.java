package dev.podproof.steps;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.podproof.action.RunCommand;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerStarts;
import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.NeverWithin;
import dev.podproof.expectation.Orders;
import dev.podproof.expectation.StaysUntil;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every thing that can be said, of every subject, in every relation, reads back as itself. */
class PhraseTableTest {
  private static final Duration BUDGET = Duration.ofSeconds(60);
  private static final Milestone OTHER = ContainerStarts.first(ContainerRef.named("other"));

  /** A subject as a sentence has it, and as messages have it. */
  private record Subject(String sentence, String words) {}

  /**
   * Something that may be said; a form that it does not have is empty.
   *
   * @param words after the subject, in messages
   */
  private record Said(
      String says, String never, String hasNever, String counted, String stays, String words) {
    static Said verb(String present, String perfect, String rest, String words) {
      return new Said(
          present + rest,
          "never " + present + rest,
          "has never " + perfect + rest,
          "has " + perfect + rest,
          "",
          words);
    }

    static Said adjective(String adjective, String words) {
      return new Said(
          "is " + adjective,
          "never becomes " + adjective,
          "has never been " + adjective,
          "has become " + adjective,
          "stays " + adjective,
          words);
    }
  }

  private static final List<Subject> PODS =
      List.of(
          new Subject("the pod", "the pod"),
          new Subject("pod \"web\"", "pod web"),
          new Subject("the pod of job \"import\"", "the pod of job import"),
          new Subject("the pod labelled \"app=web\"", "the pod labelled app=web"));

  private static Stream<Subject> containers() {
    var alone =
        Stream.of("container", "init container", "sidecar", "ephemeral container")
            .map(role -> new Subject(role + " \"a\"", "container a"));
    var ofPods =
        PODS.stream()
            .skip(1)
            .map(
                pod ->
                    new Subject(
                        "container \"a\" of " + pod.sentence(), "container a of " + pod.words()));
    return Stream.concat(alone, ofPods);
  }

  private static final List<Said> OF_CONTAINERS =
      List.of(
          Said.verb("starts", "started", "", " starts"),
          Said.verb("completes", "completed", "", " completes"),
          Said.verb("exits", "exited", "", " exits"),
          Said.verb("exits", "exited", " with code 0", " completes"),
          Said.verb("exits", "exited", " with code 1 or 2", " exits with code 1 or 2"),
          Said.verb(
              "exits",
              "exited",
              " with code 137 and reason \"OOMKilled\"",
              " exits with code 137 and reason OOMKilled"),
          Said.verb("exits", "exited", " with reason \"Error\"", " exits with reason Error"),
          Said.verb(
              "exits",
              "exited",
              " with a code other than 0 or 143",
              " exits with a code other than 0 or 143"),
          Said.verb("logs", "logged", " \"up\"", " logs \"up\""),
          Said.verb(
              "logs", "logged", " a line matching \"^up$\"", " logs a line matching \"^up$\""),
          Said.adjective("running", " is running"),
          Said.adjective("ready", " is ready"),
          Said.adjective("not ready", " is not ready"),
          Said.adjective("started", " is started"),
          Said.adjective("not started", " is not started"),
          Said.adjective("waiting", " is waiting"),
          Said.adjective(
              "waiting with reason \"ErrImagePull\" or \"ImagePullBackOff\"",
              " is waiting with reason ErrImagePull or ImagePullBackOff"),
          Said.adjective("terminated", " is terminated"),
          Said.adjective("terminated with code 3", " is terminated with code 3"),
          restarts("restart count 2"),
          restarts("restart count of at least 2"),
          restarts("restart count of at most 2"));

  private static Said restarts(String count) {
    return new Said(
        "has " + count,
        "never has " + count,
        "has never had " + count,
        "",
        "stays at " + count,
        " has " + count);
  }

  private static final List<Said> OF_PODS =
      List.of(
          Said.adjective("Pending", " is Pending"),
          Said.adjective("Running", " is Running"),
          Said.adjective("Succeeded", " is Succeeded"),
          Said.adjective("Failed", " is Failed"),
          Said.adjective("Unknown", " is Unknown"),
          Said.adjective("ready", " is ready"),
          Said.adjective("not ready", " is not ready"),
          Said.adjective("terminating", " is terminating"),
          new Said(
              "is gone", "is never gone", "has never been gone", "has been gone", "", " is gone"),
          new Said("exists", "never exists", "has never existed", "has existed", "", " exists"));

  private static final List<Said> OF_CONDITIONS =
      List.of(
          Said.adjective("True", " True"),
          Said.adjective("False", " False"),
          Said.adjective("Unknown", " Unknown"),
          Said.adjective("False with reason \"R\"", " False with reason R"),
          Said.adjective("False saying \"no\"", " False saying \"no\""),
          Said.adjective(
              "False saying a text matching \"^no\"", " False saying a text matching \"^no\""),
          Said.adjective("False naming exactly \"a, b\"", " False naming exactly a, b"));

  private static final List<Said> OF_FIELDS =
      List.of(
          Said.adjective("\"3\"", " that is \"3\""),
          Said.adjective("one of \"3, 4\"", " that is one of \"3, 4\""),
          Said.adjective("at least 2", " that is at least 2"),
          Said.adjective("at most 2.5", " that is at most 2.5"),
          Said.adjective("3", " that is 3"),
          Said.adjective("true", " that is \"true\""),
          Said.adjective("absent", " that is absent"),
          new Said(
              "contains \"x\"",
              "never contains \"x\"",
              "has never contained \"x\"",
              "",
              "",
              " that contains \"x\""),
          new Said(
              "matches \"^x\"",
              "never matches \"^x\"",
              "has never matched \"^x\"",
              "",
              "",
              " that matches \"^x\""),
          new Said("exists", "never exists", "has never existed", "", "", " that exists"),
          Said.adjective("at most 64Mi", " that is at most 64Mi"),
          Said.adjective("exactly \"a, b\"", " that is exactly \"a, b\""),
          Said.adjective("a text matching \"^x\"", " that matches \"^x\""),
          new Said(
              "has at least 2 elements",
              "never has at least 2 elements",
              "has never had at least 2 elements",
              "",
              "",
              " that has at least 2 elements"));

  private static Stream<Subject> conditions() {
    return PODS.stream()
        .map(
            pod ->
                new Subject(
                    "condition \"Ready\" of " + pod.sentence(),
                    pod.words() + " has condition Ready"));
  }

  private static Stream<Subject> fields() {
    return Stream.concat(PODS.stream(), Stream.of(new Subject("deployment \"d\"", "deployment d")))
        .map(
            object ->
                new Subject(
                    "field \"spec.x\" of " + object.sentence(),
                    object.words() + " has field spec.x"));
  }

  private static Stream<Arguments> everything() {
    return Stream.of(
            all(containers(), OF_CONTAINERS),
            all(PODS.stream(), OF_PODS),
            all(conditions(), OF_CONDITIONS),
            all(fields(), OF_FIELDS),
            events())
        .flatMap(Function.identity());
  }

  /** Each saying of one subject: which one does not matter to the choice of the form. */
  private static Stream<Arguments> everythingOnce() {
    return Stream.of(
            all(containers().limit(1), OF_CONTAINERS),
            all(PODS.stream().limit(1), OF_PODS),
            all(conditions().limit(1), OF_CONDITIONS),
            all(fields().limit(1), OF_FIELDS),
            events().limit(1))
        .flatMap(Function.identity());
  }

  private static Stream<Arguments> all(Stream<Subject> subjects, List<Said> sayings) {
    return subjects.flatMap(
        subject ->
            sayings.stream()
                .map(
                    said ->
                        Arguments.of(
                            subject.sentence() + " ", said, subject.words() + said.words())));
  }

  private static Stream<Arguments> events() {
    return Stream.of(
            new Subject("the pod", "the pod"),
            new Subject("job \"j\"", "job j"),
            new Subject("container \"a\"", "container a of the pod"),
            new Subject("sidecar \"a\" of pod \"p\"", "container a of pod p"))
        .flatMap(
            about ->
                Stream.of("", " saying \"no\"")
                    .map(
                        saying ->
                            Arguments.of(
                                "event \"E\" ",
                                new Said(
                                    "is reported for " + about.sentence() + saying,
                                    "is never reported for " + about.sentence() + saying,
                                    "has never been reported for " + about.sentence() + saying,
                                    "has been reported for " + about.sentence() + saying,
                                    "",
                                    ""),
                                "event E is reported for " + about.words() + saying)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void it_reads_back_in_every_relation(String subject, Said said, String words) {
    var now = read(subject + said.says(), PhraseTypes.SAYS).now();
    var never = read(subject + said.never(), PhraseTypes.NEVER).ever();
    var past = read(subject + said.hasNever(), PhraseTypes.HAS_NEVER).ever();

    then(now.within(BUDGET).inWords()).isEqualTo(words + " within 60.0s");
    then(now.before(OTHER, BUDGET).inWords()).isEqualTo(words + " before container other starts");
    then(OTHER.before(now, BUDGET).inWords()).isEqualTo("container other starts before " + words);
    then(Orders.between(now, OTHER, OTHER, BUDGET).inWords())
        .isEqualTo(words + " between container other starts and container other starts");
    then(never.neverFor(BUDGET).inWords()).isEqualTo("never for 60.0s: " + words);
    then(NeverWithin.until(never, OTHER, BUDGET).inWords())
        .isEqualTo("never until container other starts: " + words);
    then(NeverWithin.between(never, OTHER, OTHER, BUDGET).inWords())
        .isEqualTo("never between container other starts and container other starts: " + words);
    then(past.hasNever().inWords()).isEqualTo("never up to now: " + words);
    if (!said.counted().isEmpty()) {
      then(read(subject + said.counted(), PhraseTypes.COUNTED).ever().inWords()).isEqualTo(words);
    }
    if (!said.stays().isEmpty()) {
      var stays = read(subject + said.stays(), PhraseTypes.STAYS).state().orElseThrow();
      then(stays.staysFor(BUDGET).inWords()).isEqualTo(words + " for 60.0s");
      then(new StaysUntil(stays, OTHER, BUDGET).inWords())
          .isEqualTo(words + " until container other starts");
    }
  }

  @ParameterizedTest
  @MethodSource("everythingOnce")
  void it_means_one_thing_in_each_form(String subject, Said said, String words) {
    then(formsOf(subject + said.says(), PhraseTypes.SAYS)).as(words).isEqualTo(1);
    then(formsOf(subject + said.never(), PhraseTypes.NEVER)).isEqualTo(1);
    then(formsOf(subject + said.hasNever(), PhraseTypes.HAS_NEVER)).isEqualTo(1);
  }

  private static long formsOf(String sentence, Function<Form, Optional<String>> form) {
    return Phrases.ALL.stream()
        .filter(one -> form.apply(one).flatMap(regex -> one.read(sentence, regex)).isPresent())
        .count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "container a starts",
        "container \"\" starts",
        "container \"a\" start",
        "container \"a\" is Running",
        "container \"a\" exits with code one",
        "container \"a\" starts for the 2 time",
        "container \"a\" is waiting with reason ErrImagePull",
        "container \"a\" has restart count of exactly 2",
        "the pod is running",
        "the pod is Terminating",
        "the pods are ready",
        "the pod of the job \"j\" is ready",
        "condition \"Ready\" is True",
        "condition \"Ready\" of the pod is true",
        "condition \"Ready\" of container \"a\" is True",
        "field spec.x of the pod is \"3\"",
        "field \"spec.x\" of the pod is three",
        "field \"spec.x\" of the pod is at least many",
        "event \"E\" is reported",
        "event \"E\" is reported for everybody",
      })
  void a_near_miss_is_no_phrase(String sentence) {
    thenThrownBy(() -> read(sentence, PhraseTypes.SAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + sentence + "\" is no phrase; podproof steps lists them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the pod labelled \"web\" is ready | \"web\" is no label; expected one such as app=web",
        "field \"a..b\" of the pod exists | \"a..b\" is no path to a field, from \"..b\" on; expected one such as status.containerStatuses[name=app].restartCount",
      })
  void what_a_phrase_can_not_mean_is_refused(String sentence, String message) {
    thenThrownBy(() -> read(sentence, PhraseTypes.SAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "container \"a\" logs \"for the 2nd time\" | container a logs \"for the 2nd time\"",
        "container \"a\" logs \"a line matching x\" | container a logs \"a line matching x\"",
        "condition \"Ready\" of the pod is False saying \"not True\" | the pod has condition Ready False saying \"not True\"",
        "field \"x\" of the pod is \"contains one of\" | the pod has field x that is \"contains one of\"",
      })
  void words_in_quotes_are_no_words_of_the_sentence(String sentence, String words) {
    then(read(sentence, PhraseTypes.SAYS).now().inWords()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "prints \"b\" | abc | true",
        "does not print \"b\" | abc | false",
        "does not print a line matching \"^b\" | abc | true",
        "prints exactly 1 line | abc | true",
        "prints at least 2 lines | abc | false",
        "prints at most 7 | 6 | true",
        "prints between 1 and 3 | 4 | false",
        "exits with code 1 or 0 | abc | true",
        "exits with a code other than 0 | abc | false",
        "succeeds | abc | true",
        "prints \"is exactly so\" | it is exactly so! | true",
        "prints \"a line matching x\" | no a line matching x! | true",
        "prints exactly \"abc\" | abc | true",
        "prints exactly \"ab\" | abc | false",
        "prints a line matching \"^b+$\" | bbb | true",
        "prints nothing | abc | false",
        "fails | abc | false",
        "exits with code 0 | abc | true",
        "exits with code 2 | abc | false",
      })
  void what_a_command_must_yield(String demand, String output, boolean asDemanded) {
    var observed =
        CommandDemand.of(demand).of("it", new RunCommand.Result(0, output, ""), text -> text);

    then(observed.asDemanded()).isEqualTo(asDemanded);
    then(observed.demand()).isEqualTo("it " + demand);
    then(observed.seen()).isEqualTo("it ended with exit code 0 and printed \"" + output + "\"");
  }

  private static Form.Meaning read(String sentence, Function<Form, Optional<String>> form) {
    return Phrases.read(sentence, form);
  }
}
