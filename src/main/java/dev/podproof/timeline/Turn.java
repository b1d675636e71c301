package dev.podproof.timeline;

import dev.podproof.lifecycle.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that turned in a pod's life, as a line of a log has it.
 *
 * @param interval in which it certainly turned
 * @param words such as "app started" or "pod Ready is True"
 */
public record Turn(Interval interval, String words) {
  /** Everything that turned, in order of time. */
  public static List<Turn> of(PodLanes pod) {
    var turns = new ArrayList<Turn>();
    pod.marks().forEach(mark -> turns.add(of("pod", mark)));
    for (var lane : pod.lanes()) {
      lane.marks().stream()
          .filter(mark -> mark.kind() != Mark.Kind.LOG)
          .forEach(mark -> turns.add(of(lane.container(), mark)));
      lane.spans().forEach(span -> turns.add(of(lane.container(), span)));
    }
    turns.sort(Comparator.comparing(Turn::at));
    return List.copyOf(turns);
  }

  private static Turn of(String whom, Mark mark) {
    return new Turn(mark.interval(), whom + "  " + mark.words());
  }

  private static Turn of(String whom, Span span) {
    var words = span.stage() == Span.Stage.RUNNING ? "started" : span.words();
    return new Turn(span.begins(), whom + "  " + words);
  }

  /** The best single instant. */
  public Instant at() {
    return Timeline.point(interval);
  }

  /** Whether all that is known is that it had turned by then. */
  public boolean isOnlyBounded() {
    return interval.earliest().equals(Instant.MIN);
  }
}
