package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that happens at a moment: a start, an exit, a state that begins to hold, an action.
 *
 * <p>Implementations are immutable values; the methods that combine them read as the sentence does.
 */
public interface Milestone {
  /** Whether and when it was reached, as far as the history tells. */
  Occurrence in(History history, AsOf asOf);

  /** Each time that it was reached, in order; empty where it was not. */
  default List<Moment> every(History history, AsOf asOf) {
    return in(history, asOf) instanceof Occurrence.Happened happened
        ? List.of(happened.moment())
        : List.of();
  }

  /** What was reached, such as "container webapp starts". */
  String inWords();

  /** What was reached, told afterwards, such as "container webapp started". */
  String inPast();

  /** The part of the history that tells of it. */
  Aspect aspect();

  /** The container that it is about; empty where it is about none. */
  default Optional<ContainerRef> about() {
    return Optional.empty();
  }

  /** The pod that it is about; empty where it is about none. */
  default Optional<PodRef> pod() {
    return about().map(ContainerRef::pod);
  }

  /** Whether it can only come while containers can start: then a stuck pod ends the wait for it. */
  default boolean needsRunningContainers() {
    return about().isPresent();
  }

  /** The pods of which so many must reach it; empty where it is about one, or about none. */
  default Optional<PodGroup> ofGroup() {
    return Optional.empty();
  }

  /** It is reached, at the latest this long after the scenario's last action. */
  default Expectation within(Duration budget) {
    return new Eventually(this, budget);
  }

  /** It is reached before the other one, which is reached as well, both within the budget. */
  default Expectation before(Milestone later, Duration budget) {
    return new Before(this, later, budget);
  }

  /** It is not reached from the beginning of the recording until this long after the question. */
  default Expectation neverFor(Duration window) {
    return new Never(this, window);
  }

  /** It has not been reached up to the question. */
  default Expectation hasNever() {
    return new Never(this, Duration.ZERO);
  }
}
