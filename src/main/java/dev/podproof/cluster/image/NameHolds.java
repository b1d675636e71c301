package dev.podproof.cluster.image;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Names of which each belongs to one scenario at a time. Thread-safe. */
final class NameHolds {
  private final Map<String, Semaphore> free = new ConcurrentHashMap<>();

  /** Returns when the name is free, and takes it. */
  Images.Hold hold(String name) {
    var one = free.computeIfAbsent(name, key -> new Semaphore(1, true));
    one.acquireUninterruptibly();
    return one::release;
  }
}
