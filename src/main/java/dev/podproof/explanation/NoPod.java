package dev.podproof.explanation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Observation.EventSeen;
import java.util.List;

/** No pod at all: what its controller was told (event FailedCreate of a ReplicaSet, a Job ...). */
final class NoPod {
  private static final String FORBIDDEN = " is forbidden: ";

  private NoPod() {}

  static List<Cause> in(History history) {
    var refused =
        history.all(EventSeen.class).filter(e -> e.reason().equals("FailedCreate")).toList();
    return Facts.last(refused).map(last -> List.of(cause(last, refused.size()))).orElse(List.of());
  }

  private static Cause cause(EventSeen event, int times) {
    var why = event.message();
    return new Cause(
        event.about().inWords()
            + "  may make no pod ("
            + Facts.times(times)
            + "): "
            + Facts.shortened(
                why.substring(
                    why.indexOf(FORBIDDEN) < 0 ? 0 : why.indexOf(FORBIDDEN) + FORBIDDEN.length()),
                110),
        why.contains("quota")
            ? "raise the ResourceQuota, or ask for less (kubectl describe resourcequota)"
            : "see which admission refuses it, and mend the pod template of "
                + event.about().inWords());
  }
}
