package dev.podproof.timeline;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.Observation.Gap;
import dev.podproof.lifecycle.Observation.PodSeen;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario on one axis of time: its steps, what the harness did, and a lane for each container of
 * each pod. Every moment keeps the interval in which it certainly happened. Immutable.
 *
 * @param zero when the recording began
 * @param end the last that was heard, or the end of the last step where that is later
 * @param marks what the harness did, and where a witness did not listen
 */
public record Timeline(
    Instant zero, Instant end, List<StepWindow> steps, List<Mark> marks, List<PodLanes> pods) {
  /** An action on a dependency begins with its name and port, such as my-database:5432. */
  private static final Pattern DEPENDENCY = Pattern.compile("[a-z0-9.-]+:\\d+ .*", Pattern.DOTALL);

  public Timeline {
    steps = List.copyOf(steps);
    marks = List.copyOf(marks);
    pods = List.copyOf(pods);
  }

  /**
   * The timeline of a history.
   *
   * @param redact what stands in the place of a text of the cluster; hides what nobody may see
   */
  public static Timeline of(History history, List<StepWindow> steps, UnaryOperator<String> redact) {
    var end =
        Stream.concat(
                history.observations().stream().map(Observation::arrival),
                steps.stream().map(StepWindow::to))
            .max(Instant::compareTo)
            .orElse(history.began());
    var pods =
        history
            .all(PodSeen.class)
            .map(seen -> seen.snapshot().pod())
            .distinct()
            .map(pod -> new PodDrawing(history, pod, end, redact).lanes())
            .toList();
    var marks =
        Stream.concat(
                history.actions().stream().map(action -> of(action, redact)),
                history.all(Gap.class).map(Timeline::of))
            .toList();
    return new Timeline(history.began(), end, steps, marks, pods);
  }

  private static Mark of(ActionTaken action, UnaryOperator<String> redact) {
    var kind =
        DEPENDENCY.matcher(action.words()).matches() ? Mark.Kind.DEPENDENCY : Mark.Kind.ACTION;
    return new Mark(kind, action.interval(), redact.apply(action.words()), "harness");
  }

  private static Mark of(Gap gap) {
    var words = gap.witness().inWords() + " was not heard: " + gap.why();
    return new Mark(Mark.Kind.GAP, gap.interval(), words, "harness");
  }

  /** Whether a pod is there to be drawn. */
  public boolean hasPods() {
    return !pods.isEmpty();
  }

  /** Seconds from the beginning of the recording; an end that is not known is moved to the edge. */
  public double seconds(Instant instant) {
    var within = instant.equals(Instant.MIN) ? zero : instant.equals(Instant.MAX) ? end : instant;
    return java.time.Duration.between(zero, within).toNanos() / 1e9;
  }

  /** The best single instant for an interval: its latest end, unless only the other is known. */
  static Instant point(Interval interval) {
    return interval.latest().equals(Instant.MAX) ? interval.earliest() : interval.latest();
  }
}
