package dev.podproof.cluster.image;

import java.util.HashMap;
import java.util.Map;

/** Names that mean one thing at a time, for as many as mean the same. Thread-safe. */
final class NameHolds {
  private final Map<String, Held> held = new HashMap<>();

  private record Held(StandIn meaning, int holders) {}

  /** Returns when nobody has the name for something else, and takes it. */
  synchronized Images.Hold hold(String name, StandIn meaning) {
    var interrupted = false;
    while (held.containsKey(name) && !held.get(name).meaning().equals(meaning)) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    held.merge(name, new Held(meaning, 1), (one, more) -> new Held(meaning, one.holders() + 1));
    return () -> release(name);
  }

  private synchronized void release(String name) {
    held.computeIfPresent(
        name, (key, one) -> one.holders() == 1 ? null : new Held(one.meaning(), one.holders() - 1));
    notifyAll();
  }
}
