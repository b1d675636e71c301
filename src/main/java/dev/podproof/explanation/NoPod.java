package dev.podproof.explanation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation.EventSeen;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No pod at all: what its controller was told (event FailedCreate of a ReplicaSet, a Job ...). */
final class NoPod {
  /** The reason of the event in which a controller tells that it may not make a pod. */
  static final String REFUSED = "FailedCreate";

  private static final String FORBIDDEN = " is forbidden: ";

  /** What a line of an explanation holds beside its label. */
  private static final int WIDTH = 150;

  private static final int MOST_LINES = 3;

  /** As many words as fit, or as much of a word that does not. */
  private static final Pattern LINE = Pattern.compile(".{1,150}(?:\\s|$)|.{150}");

  private NoPod() {}

  static List<Cause> in(History history, UnaryOperator<String> redact) {
    var refused = refusals(history);
    return Facts.last(refused).map(last -> causes(last, refused.size(), redact)).orElse(List.of());
  }

  /** Whether a controller was told that it may not make a pod. */
  static boolean isRefused(History history) {
    return !refusals(history).isEmpty();
  }

  private static List<EventSeen> refusals(History history) {
    return history.all(EventSeen.class).filter(e -> e.reason().equals(REFUSED)).toList();
  }

  private static List<Cause> causes(EventSeen event, int times, UnaryOperator<String> redact) {
    var why = redact.apply(event.message()).strip().replaceAll("\\s+", " ");
    var refusal =
        why.substring(why.indexOf(FORBIDDEN) < 0 ? 0 : why.indexOf(FORBIDDEN) + FORBIDDEN.length());
    var head = event.about().inWords() + "  may make no pod (" + Facts.times(times) + "):";
    var next =
        why.contains("quota")
            ? "raise the ResourceQuota, or ask for less (kubectl describe resourcequota)"
            : next(event, why);
    return head.length() + 1 + refusal.length() <= WIDTH
        ? List.of(new Cause(head + " " + refusal, next))
        : Stream.concat(Stream.of(new Cause(head, next)), lines(refusal).map(Cause::fact)).toList();
  }

  // What is wrong with it stands anywhere in a refusal, so none of it is left out without need.
  private static Stream<String> lines(String refusal) {
    var lines = LINE.matcher(refusal).results().toList();
    if (lines.size() <= MOST_LINES) {
      return lines.stream().map(MatchResult::group).map(String::strip);
    }
    var rest = refusal.substring(lines.get(MOST_LINES - 1).start());
    return Stream.concat(
        lines.stream().limit(MOST_LINES - 1).map(MatchResult::group).map(String::strip),
        Stream.of(Facts.cut(rest, WIDTH)));
  }

  private static String next(EventSeen event, String why) {
    var template = "the pod template of " + event.about().inWords();
    if (why.contains("serviceaccount")) {
      return "create the ServiceAccount, or mend serviceAccountName in " + template;
    }
    if (why.contains("per Container") || why.contains("per Pod")) {
      return "raise the LimitRange, or ask for less in " + template;
    }
    return "see which admission refuses it, and mend " + template;
  }
}
