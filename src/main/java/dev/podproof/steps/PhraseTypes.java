package dev.podproof.steps;

import dev.podproof.expectation.ActionDone;
import dev.podproof.expectation.Milestone;
import dev.podproof.expectation.Orders;
import dev.podproof.expectation.Pauses;
import dev.podproof.expectation.State;
import dev.podproof.session.PodSession;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The parameter types whose words come from the table of phrases. What an annotation holds must be
 * a constant, so {@link PhraseBackend} hands these to Cucumber.
 */
public final class PhraseTypes {
  static final Function<Form, Optional<String>> SAYS = form -> Optional.of(form.says());
  static final Function<Form, Optional<String>> NEVER = form -> Optional.of(form.never());
  static final Function<Form, Optional<String>> HAS_NEVER = form -> Optional.of(form.hasNever());
  static final Function<Form, Optional<String>> COUNTED = Form::counted;
  static final Function<Form, Optional<String>> STAYS = Form::stays;

  static final String SWITCH =
      "dependency \"[^\"]+\" on port \\d+ (?:" + DependencyWords.STATE + ")";
  static final String ACTION = "I (?:[^\"]|\"[^\"]*\")+?";
  static final String RUNS = "the runs of ";
  static final String TIMES = "the times ";
  static final String RUN = "the (?:\\d+(?:st|nd|rd|th) )?run of " + Subjects.CONTAINER;

  private static final Pattern SWITCHED =
      Pattern.compile("dependency \"([^\"]+)\" on port (\\d+) (.+)");
  private static final Pattern NTH_RUN =
      Pattern.compile("the (?:(\\d+)(?:st|nd|rd|th) )?run of (.+)");

  private final PodSession session;

  /** Parameter types of one scenario. */
  public PhraseTypes(PodSession session) {
    this.session = session;
  }

  /** Something that happens, or an action of the scenario, such as: I delete pod "web". */
  Milestone moment(String text) {
    var dependency = SWITCHED.matcher(text);
    if (dependency.matches()) {
      return new ActionDone(
          dependency.group(1)
              + ":"
              + dependency.group(2)
              + " "
              + DependencyWords.state(session.recall(dependency.group(3))).inWords());
    }
    return text.startsWith("I ")
        ? new ActionDone(Words.ofAction(session.recall(text)))
        : read(text, SAYS).moment();
  }

  /**
   * Reads something that happens, or an action of the scenario, without asking what it means.
   *
   * @throws IllegalArgumentException with a message for the user if it is neither
   */
  static void requireMoment(String text) {
    if (!text.startsWith("I ") && !SWITCHED.matcher(text).matches()) {
      Phrases.read(text, SAYS);
    }
  }

  /** Something that happens, such as: container "webapp" starts. */
  Milestone milestone(String text) {
    return read(text, SAYS).now();
  }

  /** Something that never happens, such as: container "webapp" never starts. */
  Denied never(String text) {
    return new Denied(read(text, NEVER).ever());
  }

  /** Something that has not happened, such as: container "webapp" has never started. */
  PastDenied hasNever(String text) {
    return new PastDenied(read(text, HAS_NEVER).ever());
  }

  /** Something that has happened some times, such as: container "webapp" has started. */
  Counting counted(String text) {
    return new Counting(read(text, COUNTED).ever());
  }

  /** Something that goes on, such as: the pod stays Pending. */
  State stays(String text) {
    return read(text, STAYS).state().orElseThrow();
  }

  /** What there are pauses between, such as: the runs of container "app". */
  Pauses pauses(String text) {
    return text.startsWith(RUNS)
        ? new Pauses.OfRuns(Subjects.container(session.recall(text.substring(RUNS.length()))))
        : new Pauses.OfTimes(read(text.substring(TIMES.length()), SAYS).ever());
  }

  /** One run of a container, such as: the 2nd run of container "app". */
  Orders.Time run(String text) {
    var parts = NTH_RUN.matcher(session.recall(text));
    if (!parts.matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no run of a container");
    }
    return Orders.Time.run(
        Subjects.container(parts.group(2)),
        parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1)));
  }

  private Form.Meaning read(String text, Function<Form, Optional<String>> form) {
    NamedKinds.in(text).forEach(session::watch);
    return Phrases.read(session.recall(text), form);
  }

  /** A milestone that is not to be reached. */
  public record Denied(Milestone milestone) {}

  /** A milestone that is not to have been reached. */
  public record PastDenied(Milestone milestone) {}

  /** A milestone that is to be counted. */
  public record Counting(Milestone milestone) {}
}
