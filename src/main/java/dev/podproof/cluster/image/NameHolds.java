package dev.podproof.cluster.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Names that mean one thing at a time, for as many as mean the same. Thread-safe. */
final class NameHolds {
  private final Map<String, Held> held = new HashMap<>();
  private final Map<String, String> awaited = new HashMap<>();

  private record Held(StandIn meaning, List<String> holders) {}

  /**
   * Returns when nobody has the name for something else, and takes it.
   *
   * @throws IllegalStateException if that would never be: who has the name waits for one that this
   *     holder has
   */
  synchronized Images.Hold hold(String name, StandIn meaning, String holder) {
    var interrupted = false;
    while (held.containsKey(name) && !held.get(name).meaning().equals(meaning)) {
      if (waitsFor(name, holder)) {
        throw new IllegalStateException(
            name
                + " stands for something else in another scenario, which waits for an image that this"
                + " one has declared: they would wait for each other for ever"
                + "\n  declare the images in the same order in both, or tag one of them @isolated");
      }
      awaited.put(holder, name);
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      } finally {
        awaited.remove(holder);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    held.computeIfAbsent(name, key -> new Held(meaning, new ArrayList<>())).holders().add(holder);
    return () -> release(name, holder);
  }

  /** Whether somebody who has the name waits, himself or by others, for what the holder has. */
  private boolean waitsFor(String name, String holder) {
    var names = new ArrayDeque<>(List.of(name));
    var seen = new HashSet<String>();
    while (!names.isEmpty()) {
      var next = names.remove();
      if (!held.containsKey(next) || !seen.add(next)) {
        continue;
      }
      if (held.get(next).holders().contains(holder)) {
        return true;
      }
      held.get(next).holders().stream()
          .filter(awaited::containsKey)
          .map(awaited::get)
          .forEach(names::add);
    }
    return false;
  }

  private synchronized void release(String name, String holder) {
    var one = held.get(name);
    if (one != null && one.holders().remove(holder) && one.holders().isEmpty()) {
      held.remove(name);
    }
    notifyAll();
  }
}
