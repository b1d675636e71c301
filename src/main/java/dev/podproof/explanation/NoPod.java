package dev.podproof.explanation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation.EventSeen;
import java.util.List;
import java.util.function.UnaryOperator;

/** No pod at all: what its controller was told (event FailedCreate of a ReplicaSet, a Job ...). */
final class NoPod {
  /** The reason of the event in which a controller tells that it may not make a pod. */
  static final String REFUSED = "FailedCreate";

  private static final String FORBIDDEN = " is forbidden: ";

  private NoPod() {}

  static List<Cause> in(History history, UnaryOperator<String> redact) {
    var refused = refusals(history);
    return Facts.last(refused)
        .map(last -> List.of(cause(last, refused.size(), redact)))
        .orElse(List.of());
  }

  /** Whether a controller was told that it may not make a pod. */
  static boolean isRefused(History history) {
    return !refusals(history).isEmpty();
  }

  private static List<EventSeen> refusals(History history) {
    return history.all(EventSeen.class).filter(e -> e.reason().equals(REFUSED)).toList();
  }

  private static Cause cause(EventSeen event, int times, UnaryOperator<String> redact) {
    var why = redact.apply(event.message());
    return new Cause(
        event.about().inWords()
            + "  may make no pod ("
            + Facts.times(times)
            + "): "
            + Facts.cut(
                why.substring(
                    why.indexOf(FORBIDDEN) < 0 ? 0 : why.indexOf(FORBIDDEN) + FORBIDDEN.length()),
                Math.max(60, 110 - event.about().name().length())),
        why.contains("quota")
            ? "raise the ResourceQuota, or ask for less (kubectl describe resourcequota)"
            : next(event, why));
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
