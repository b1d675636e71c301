package dev.podproof.timeline;

import dev.podproof.lifecycle.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that changed in a pod's life, as a line of a log has it.
 *
 * @param interval in which it certainly changed
 * @param words such as "app started" or "pod Ready is True"
 */
public record Change(Interval interval, String words) {
  /** Everything that changed, in order of time. */
  public static List<Change> of(PodLanes pod) {
    var changes = new ArrayList<Change>();
    pod.marks().forEach(mark -> changes.add(of("pod", mark)));
    for (var lane : pod.lanes()) {
      lane.marks().stream()
          .filter(mark -> mark.kind() != Mark.Kind.LOG)
          .forEach(mark -> changes.add(of(lane.container(), mark)));
      lane.spans().forEach(span -> changes.add(of(lane.container(), span)));
    }
    changes.sort(Comparator.comparing(Change::at));
    return List.copyOf(changes);
  }

  private static Change of(String whom, Mark mark) {
    return new Change(mark.interval(), whom + "  " + mark.words());
  }

  private static Change of(String whom, Span span) {
    var words = span.stage() == Span.Stage.RUNNING ? "started" : span.words();
    return new Change(span.begins(), whom + "  " + words);
  }

  /** The best single instant. */
  public Instant at() {
    return Timeline.point(interval);
  }

  /** Whether all that is known is that it had changed by then. */
  public boolean isOnlyBounded() {
    return interval.earliest().equals(Instant.MIN);
  }
}
