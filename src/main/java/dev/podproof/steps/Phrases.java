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

import dev.podproof.expectation.Amount;
import dev.podproof.expectation.ContainerExits;
import dev.podproof.expectation.ContainerFact;
import dev.podproof.expectation.ContainerIs;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.ContainerRunning;
import dev.podproof.expectation.ContainerStarts;
import dev.podproof.expectation.EventReported;
import dev.podproof.expectation.ExitMatch;
import dev.podproof.expectation.FieldPath;
import dev.podproof.expectation.LogSays;
import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.ObjectIs;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.ObjectTest;
import dev.podproof.expectation.PodFact;
import dev.podproof.expectation.PodGoes;
import dev.podproof.expectation.PodInPhase;
import dev.podproof.expectation.PodIs;
import dev.podproof.expectation.PodReady;
import dev.podproof.expectation.State;
import dev.podproof.expectation.TextMatch;
import dev.podproof.expectation.ValueTest;
import java.math.BigDecimal;
import java.util.Arrays;
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
  private static final String CONDITION = "condition " + QUOTED + " of " + POD;
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
  private static final String NUMBER = "(?:-?\\d+(?:\\.\\d+)?|\\$\\{[^}\"]+})";
  private static final String VALUE =
      "(?:(?:not )?(?:one of )?"
          + QUOTED
          + "|at (?:least|most) "
          + NUMBER
          + "|between "
          + NUMBER
          + " and "
          + NUMBER
          + "|absent)";

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
                              Subjects.container(of), new ContainerFact.Restarts(amount(words))))),
          adjective(POD, PHASE, (of, words) -> new PodInPhase(Subjects.pod(of), lastWord(words))),
          adjective(POD, "ready", (of, words) -> new PodReady(Subjects.pod(of))),
          adjective(
              POD, "not ready", (of, words) -> new PodIs(Subjects.pod(of), new PodFact.NotReady())),
          adjective(
              POD,
              "terminating",
              (of, words) -> new PodIs(Subjects.pod(of), new PodFact.Terminating())),
          new Form(
              POD,
              "is gone",
              "never is gone",
              "has never been gone",
              Optional.empty(),
              Optional.empty(),
              (of, words) -> Form.Meaning.of(new PodGoes(Subjects.pod(of)))),
          adjective(CONDITION, STATUS, Phrases::condition),
          adjective(FIELD, VALUE, Phrases::field),
          new Form(
              FIELD,
              "(?:contains|matches) " + QUOTED + "|exists",
              "never (?:contains|matches) " + QUOTED + "|never exists",
              "has never (?:contained|matched) " + QUOTED + "|has never existed",
              Optional.empty(),
              Optional.empty(),
              (of, words) -> Form.Meaning.of(field(of, words))),
          new Form(
              EVENT,
              "is reported " + ABOUT,
              "is never reported " + ABOUT,
              "has never been reported " + ABOUT,
              Optional.of("has been reported " + ABOUT),
              Optional.empty(),
              (of, words) -> Form.Meaning.of(event(of, words))));

  private Phrases() {}

  private static Form fact(String adjective, Function<Words, ContainerFact> fact) {
    return adjective(
        CONTAINER,
        adjective,
        (of, words) -> new ContainerIs(Subjects.container(of), fact.apply(words)));
  }

  private static String lastWord(Words words) {
    return words.text().substring(words.text().lastIndexOf(' ') + 1);
  }

  private static Amount amount(Words words) {
    var kind =
        words.text().contains("at least")
            ? Amount.Kind.AT_LEAST
            : words.text().contains("at most") ? Amount.Kind.AT_MOST : Amount.Kind.EXACTLY;
    return new Amount(kind, words.number());
  }

  private static State condition(String of, Words words) {
    var parts = of.split(" of ", 2);
    var status =
        List.of("True", "False", "Unknown").stream()
            .filter(one -> words.unquoted().contains(" " + one))
            .findFirst()
            .orElseThrow();
    return new PodIs(
        Subjects.pod(parts[1]),
        new PodFact.Condition(
            new Words(parts[0]).quoted(),
            status,
            words.reasons().stream().findFirst(),
            words.after("saying"),
            words.namesAfter("naming exactly")));
  }

  private static State field(String of, Words words) {
    var object = of.substring(of.indexOf("\" of ") + "\" of ".length());
    return new ObjectIs(
        Subjects.object(object),
        new ObjectTest.Field(FieldPath.of(new Words(of).quoted()), value(words)));
  }

  private static ValueTest value(Words words) {
    var text = words.unquoted();
    if (text.contains(" not ")) {
      return new ValueTest.Not(value(new Words(words.text().replaceFirst(" not ", " "))));
    }
    if (text.contains(" between ")) {
      var bounds = text.substring(text.indexOf(" between ") + " between ".length()).split(" and ");
      return new ValueTest.Both(
          new ValueTest.Bound(true, new BigDecimal(bounds[0])),
          new ValueTest.Bound(false, new BigDecimal(bounds[1])));
    }
    if (text.contains("one of \"")) {
      return new ValueTest.OneOf(
          Arrays.stream(words.quoted().split(",")).map(String::trim).toList());
    }
    if (text.contains("contain")) {
      return new ValueTest.Text(TextMatch.containing(words.quoted()));
    }
    if (text.contains("match")) {
      return new ValueTest.Text(TextMatch.pattern(words.quoted()));
    }
    if (text.contains("\"")) {
      return new ValueTest.OneOf(List.of(words.quoted()));
    }
    if (text.contains("exist") || text.endsWith("absent")) {
      return new ValueTest.Present(text.contains("exist"));
    }
    return new ValueTest.Bound(
        text.contains("at least"), new BigDecimal(text.substring(text.lastIndexOf(' ') + 1)));
  }

  private static Milestone event(String of, Words words) {
    var about =
        words.text().replaceFirst("^.*? reported for ", "").replaceFirst(" saying \".*$", "");
    var ofContainer = about.matches(CONTAINER);
    var container =
        ofContainer ? Optional.of(Subjects.container(about)) : Optional.<ContainerRef>empty();
    var object =
        container
            .<ObjectRef>map(one -> new ObjectRef.OfPod(one.pod()))
            .orElseGet(() -> Subjects.object(about));
    return new EventReported(
        new Words(of).quoted(), object, container.map(ContainerRef::name), words.after("saying"));
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
            + said(ALL.stream().filter(one -> one.subject().equals(POD)), form)
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
