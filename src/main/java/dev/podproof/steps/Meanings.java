package dev.podproof.steps;

import static dev.podproof.steps.Words.QUOTED;

import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.EventReported;
import dev.podproof.expectation.FieldPath;
import dev.podproof.expectation.FieldTurns;
import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.ObjectGoes;
import dev.podproof.expectation.ObjectIs;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.expectation.ObjectTest;
import dev.podproof.expectation.PodFact;
import dev.podproof.expectation.PodGoes;
import dev.podproof.expectation.PodIs;
import dev.podproof.expectation.Quantity;
import dev.podproof.expectation.State;
import dev.podproof.expectation.TextMatch;
import dev.podproof.expectation.ValueTest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What sentences about objects, their fields, conditions and events mean. */
final class Meanings {
  private static final String NUMBER = "(?:" + Quantity.REGEX + "|\\$\\{[^}\"]+})";

  /** In which bounds a number may be. */
  static final String BOUND =
      "(?:at (?:least|most) " + NUMBER + "|between " + NUMBER + " and " + NUMBER + ")";

  /** What a field's value may be. */
  static final String VALUE =
      "(?:(?:not )?(?:one of |exactly |a text (?:matching|containing) )?"
          + QUOTED
          + "|"
          + BOUND
          + "|(?:not )?(?:"
          + NUMBER
          + "|true|false)|absent)";

  private static final Pattern BOUNDED = Pattern.compile(" (?:at least|at most|between) ");
  private static final Pattern TRUTH = Pattern.compile(" (true|false)(?= |$)");
  private static final Pattern BARE = Pattern.compile(" (" + NUMBER + ")(?= |$)");

  private Meanings() {}

  static State terminating(String of) {
    return Subjects.object(of) instanceof ObjectRef.OfPod pod
        ? new PodIs(pod.ref(), new PodFact.Terminating())
        : new ObjectIs(Subjects.object(of), new ObjectTest.Terminating());
  }

  static Milestone gone(String of) {
    return Subjects.object(of) instanceof ObjectRef.OfPod pod
        ? new PodGoes(pod.ref())
        : new ObjectGoes(Subjects.object(of));
  }

  static State condition(String of, Words words) {
    var parts = of.split(" of ", 2);
    var status =
        List.of("True", "False", "Unknown").stream()
            .filter(one -> words.unquoted().contains(" " + one))
            .findFirst()
            .orElseThrow();
    var wanted =
        new PodFact.Condition(
            new Words(parts[0]).quoted(),
            status,
            words.reasons().stream().findFirst(),
            words.saying(),
            words.namesAfter("naming exactly"));
    return Subjects.object(parts[1]) instanceof ObjectRef.OfPod pod
        ? new PodIs(pod.ref(), wanted)
        : new ObjectIs(Subjects.object(parts[1]), new ObjectTest.Condition(wanted));
  }

  static State field(String of, Words words) {
    return new ObjectIs(object(of), new ObjectTest.Field(path(of), value(words)));
  }

  static Milestone turn(String of, FieldTurns.Turn turn) {
    return new FieldTurns(object(of), path(of), turn);
  }

  private static FieldPath path(String of) {
    return FieldPath.of(new Words(of).quoted());
  }

  private static ObjectRef object(String of) {
    return Subjects.object(of.substring(of.indexOf("\" of ") + "\" of ".length()));
  }

  static ValueTest value(Words words) {
    var text = words.unquoted();
    if (text.contains(" not ")) {
      return new ValueTest.Not(value(new Words(words.text().replaceFirst(" not ", " "))));
    }
    if (text.contains(" element")) {
      return new ValueTest.Elements(words.amount());
    }
    if (text.contains("one of \"")) {
      return new ValueTest.OneOf(words.names());
    }
    if (text.contains("exactly \"")) {
      return new ValueTest.Exactly(words.names());
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
    if (text.contains("exist") || text.contains("absent")) {
      return new ValueTest.Present(text.contains("exist"));
    }
    var truth = TRUTH.matcher(text);
    if (truth.find()) {
      return new ValueTest.OneOf(List.of(truth.group(1)));
    }
    var number = BARE.matcher(text);
    return BOUNDED.matcher(text).find() || !number.find()
        ? bound(text)
        : new ValueTest.Same(Quantity.of(number.group(1)));
  }

  /** What a text means of which one part is a bound. */
  static ValueTest bound(String text) {
    if (text.contains(" between ")) {
      var bounds = text.substring(text.indexOf(" between ") + " between ".length()).split(" and ");
      return new ValueTest.Both(
          new ValueTest.Bound(true, Quantity.of(bounds[0])),
          new ValueTest.Bound(false, Quantity.of(firstWord(bounds[1]))));
    }
    var lower = text.contains("at least ");
    return new ValueTest.Bound(
        lower, Quantity.of(firstWord(text.replaceFirst("^.*at (?:least|most) ", ""))));
  }

  private static String firstWord(String text) {
    return text.split(" ", 2)[0];
  }

  static Milestone event(String of, Words words) {
    var about =
        words
            .text()
            .replaceFirst("^.*? reported for ", "")
            .replaceFirst("(?: saying (?:a text matching )?\"[^\"]*\")?" + Words.NTH + "$", "");
    var container =
        about.matches(Subjects.CONTAINER)
            ? Optional.of(Subjects.container(about))
            : Optional.<ContainerRef>empty();
    var object =
        container
            .<ObjectRef>map(one -> new ObjectRef.OfPod(one.pod()))
            .orElseGet(() -> Subjects.object(about));
    return new EventReported(
        new Words(of).quoted(), object, container.map(ContainerRef::name), words.saying());
  }
}
