package dev.podproof.steps;

import static dev.podproof.steps.Form.adjective;
import static dev.podproof.steps.Form.verb;
import static dev.podproof.steps.Subjects.CONTAINER;
import static dev.podproof.steps.Subjects.OBJECT;
import static dev.podproof.steps.Subjects.POD;
import static dev.podproof.steps.Words.EXIT;
import static dev.podproof.steps.Words.QUOTED;
import static dev.podproof.steps.Words.REASON;
import static dev.podproof.steps.Words.SAYING;

import dev.podproof.expectation.ContainerExits;
import dev.podproof.expectation.ContainerFact;
import dev.podproof.expectation.ContainerIs;
import dev.podproof.expectation.ContainerRunning;
import dev.podproof.expectation.ContainerStarts;
import dev.podproof.expectation.ExitMatch;
import dev.podproof.expectation.FieldTurns.Turn;
import dev.podproof.expectation.LogSays;
import dev.podproof.expectation.ObjectIs;
import dev.podproof.expectation.ObjectTest;
import dev.podproof.expectation.PodFact;
import dev.podproof.expectation.PodInPhase;
import dev.podproof.expectation.PodIs;
import dev.podproof.expectation.PodReady;
import dev.podproof.expectation.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words for what may happen to pods and containers, and for what may be so: one table.
 *
 * <p>A phrase is a subject and a form of one of these. The same words serve wherever something
 * happens, never happens, has never happened, lasts, is counted, or happens before something else.
 */
final class Phrases {
  private static final String CONDITION = "condition " + QUOTED + " of " + OBJECT;
  private static final String FIELD = "field " + QUOTED + " of " + OBJECT;
  private static final String EVENT = "event " + QUOTED;
  private static final String PHASE = "(?:Pending|Running|Succeeded|Failed|Unknown)";
  private static final String STATUS =
      "(?:True|False|Unknown)(?: with "
          + REASON
          + ")?"
          + SAYING
          + "(?: naming exactly "
          + QUOTED
          + ")?";
  private static final String ABOUT = "for (?:" + CONTAINER + "|" + OBJECT + ")" + SAYING;
  private static final String RESTARTS = "restart count (?:of at least |of at most )?\\d+";
  private static final String ELEMENTS = "(?:exactly|at least|at most) \\d+ elements?";

  static final List<Form> ALL =
      List.of(
          verb(
              CONTAINER,
              "starts",
              "started",
              "",
              (of, words) -> new ContainerStarts(Subjects.container(of), words.nth())),
          verb(
              CONTAINER,
              "exits",
              "exited",
              EXIT,
              (of, words) -> new ContainerExits(Subjects.container(of), words.exit(), words.nth())),
          verb(
              CONTAINER,
              "completes",
              "completed",
              "",
              (of, words) ->
                  new ContainerExits(Subjects.container(of), ExitMatch.code(0), words.nth())),
          verb(
              CONTAINER,
              "logs",
              "logged",
              " (?:a line matching )?" + QUOTED,
              (of, words) -> new LogSays(Subjects.container(of), words.match(), words.nth())),
          adjective(
              CONTAINER, "running", (of, words) -> new ContainerRunning(Subjects.container(of))),
          fact("ready", words -> new ContainerFact.Ready(true)),
          fact("not ready", words -> new ContainerFact.Ready(false)),
          fact("started", words -> new ContainerFact.Started(true)),
          fact("not started", words -> new ContainerFact.Started(false)),
          fact(
              "waiting(?: with " + REASON + ")?",
              words -> new ContainerFact.Waiting(words.reasons())),
          fact("terminated" + EXIT, words -> new ContainerFact.Terminated(words.exit())),
          new Form(
              CONTAINER,
              "has " + RESTARTS,
              "never has " + RESTARTS,
              "has never had " + RESTARTS,
              Optional.empty(),
              Optional.of("stays at " + RESTARTS),
              (of, words) ->
                  Form.Meaning.of(
                      (State)
                          new ContainerIs(
                              Subjects.container(of), new ContainerFact.Restarts(words.amount())))),
          adjective(POD, PHASE, (of, words) -> new PodInPhase(Subjects.pod(of), words.phase())),
          adjective(POD, "ready", (of, words) -> new PodReady(Subjects.pod(of))),
          adjective(
              POD, "not ready", (of, words) -> new PodIs(Subjects.pod(of), new PodFact.NotReady())),
          adjective(OBJECT, "terminating", (of, words) -> Meanings.terminating(of)),
          new Form(
              OBJECT,
              "exists" + Words.NTH,
              "never exists",
              "has never existed",
              Optional.of("has existed"),
              Optional.empty(),
              (of, words) ->
                  Form.Meaning.of((State) new ObjectIs(Subjects.object(of), new ObjectTest.There()))
                      .time(words.nth())),
          verb(OBJECT, "is gone", "been gone", (of, words) -> Meanings.gone(of)),
          adjective(CONDITION, STATUS, Meanings::condition),
          adjective(FIELD, Meanings.VALUE, Meanings::field),
          new Form(
              FIELD,
              "(?:(?:contains|matches) " + QUOTED + "|exists|has " + ELEMENTS + ")" + Words.NTH,
              "never (?:(?:contains|matches) " + QUOTED + "|exists|has " + ELEMENTS + ")",
              "has never (?:(?:contained|matched) " + QUOTED + "|existed|had " + ELEMENTS + ")",
              Optional.empty(),
              Optional.empty(),
              (of, words) -> Form.Meaning.of(Meanings.field(of, words)).time(words.nth())),
          verb(FIELD, "changes", "changed", (of, words) -> Meanings.turn(of, Turn.CHANGES)),
          verb(FIELD, "grows", "grown", (of, words) -> Meanings.turn(of, Turn.GROWS)),
          verb(FIELD, "falls", "fallen", (of, words) -> Meanings.turn(of, Turn.FALLS)),
          new Form(
              EVENT,
              "is reported " + ABOUT + Words.NTH,
              "is never reported " + ABOUT,
              "has never been reported " + ABOUT,
              Optional.of("has been reported " + ABOUT),
              Optional.empty(),
              (of, words) -> Form.Meaning.of(Meanings.event(of, words)).time(words.nth())));

  private Phrases() {}

  private static Form fact(String adjective, Function<Words, ContainerFact> fact) {
    return adjective(
        CONTAINER,
        adjective,
        (of, words) -> new ContainerIs(Subjects.container(of), fact.apply(words)));
  }

  /** Every sentence of a form, as one regular expression without groups. */
  static String regex(Function<Form, Optional<String>> form) {
    var ofOne = regex(ALL, form);
    // How often it was so of each of several pods is not one number.
    return form == PhraseTypes.COUNTED
        ? ofOne
        : ofOne.replace(POD, "(?:" + POD + "|" + PodGroups.PODS + ")")
            + "|"
            + PodGroups.PODS
            + " (?:"
            + said(ALL.stream().filter(one -> isOfPods(one.subject())), form)
                .map(PodGroups::plural)
                .collect(Collectors.joining("|"))
            + ")";
  }

  private static String regex(List<Form> forms, Function<Form, Optional<String>> form) {
    return forms.stream()
        .filter(one -> form.apply(one).isPresent())
        .collect(Collectors.groupingBy(Form::subject, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            entry ->
                entry.getKey()
                    + " (?:"
                    + said(entry.getValue().stream(), form).collect(Collectors.joining("|"))
                    + ")")
        .collect(Collectors.joining("|"));
  }

  // What is said of any object is said of pods as well.
  private static boolean isOfPods(String subject) {
    return subject.equals(POD) || subject.equals(OBJECT);
  }

  private static Stream<String> said(Stream<Form> forms, Function<Form, Optional<String>> form) {
    return forms.flatMap(one -> form.apply(one).stream());
  }

  /** What a sentence in that form means, of one pod or of several. */
  static Form.Meaning read(String text, Function<Form, Optional<String>> form) {
    return PodGroups.in(text)
        .map(several -> readOfOne(several.ofOne(), form).of(several.group()))
        .orElseGet(() -> readOfOne(text, form));
  }

  private static Form.Meaning readOfOne(String text, Function<Form, Optional<String>> form) {
    return ALL.stream()
        .flatMap(one -> form.apply(one).flatMap(regex -> one.read(text, regex)).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is no phrase; podproof steps lists them"));
  }
}
