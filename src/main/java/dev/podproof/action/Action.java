package dev.podproof.action;

import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.namespace.ObjectKind;
import dev.podproof.namespace.ScenarioNamespace;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Something that a scenario does to its cluster.
 *
 * <p>To add a verb, write one class that implements this. Implementations are immutable values.
 *
 * @param <T> what doing it yields
 */
public interface Action<T> {
  /** The deed as a moment of the scenario, such as "my-database opens port 5432". */
  String inWords();

  /**
   * Does it; returns when the cluster has accepted it.
   *
   * @throws ActionProblem if it cannot be done
   */
  T perform(ScenarioNamespace namespace) throws InterruptedException;

  /** The kinds of objects that are to be watched before it is done. */
  default List<ObjectKind> kinds() {
    return List.of();
  }

  /** The objects that it sends, as maps, lists, strings, numbers and booleans. */
  default List<Map<String, Object>> objects() {
    return List.of();
  }

  /** What versions of pods the history must show before the scenario goes on. */
  default List<Predicate<PodSnapshot>> shown(T result) {
    return List.of();
  }
}
