package dev.podproof.repetition;

import dev.podproof.lifecycle.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How one repetition went, in words that every repetition has in common. Immutable.
 *
 * <p>It keeps far less than the history it was read from: of each run of a container the first 200
 * lines, and of those 400 characters.
 */
public final class Course {
  /** That of a repetition in which nothing was begun on a cluster. */
  public static final Course NONE = new Course(Instant.EPOCH, Instant.EPOCH, List.of(), Map.of());

  private final Instant zero;
  private final Instant end;
  private final List<Happening> happenings;
  private final Map<String, List<String>> logs;

  /**
   * A course.
   *
   * @param zero when the scenario did something for the first time
   * @param end up to when it was recorded
   * @param happenings in order of time, no two of the same words
   * @param logs lines by the run of a container that they are of
   */
  Course(Instant zero, Instant end, List<Happening> happenings, Map<String, List<String>> logs) {
    this.zero = zero;
    this.end = end;
    this.happenings = List.copyOf(happenings);
    this.logs = Map.copyOf(logs);
  }

  /**
   * The course that a history tells of.
   *
   * @param redact what stands in the place of a text; hides what nobody may see
   */
  public static Course of(History history, UnaryOperator<String> redact) {
    return new CourseReading(history, redact).course();
  }

  List<Happening> happenings() {
    return happenings;
  }

  Optional<Happening> find(String what) {
    return happenings.stream().filter(one -> one.what().equals(what)).findFirst();
  }

  /** When it happened, from the scenario's first action on. */
  Duration offset(Happening one) {
    return Duration.between(zero, one.point());
  }

  /** How long it was recorded, from the scenario's first action on. */
  Duration length() {
    return Duration.between(zero, end);
  }

  Map<String, List<String>> logs() {
    return logs;
  }
}
