package dev.podproof.namespace;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a scenario has switched and not switched back; that is done when the scenario ends, however
 * it ends. Used by one thread at a time.
 */
public final class Undoing {
  private static final Logger log = LoggerFactory.getLogger(Undoing.class);

  private final Deque<Owed> owed = new ArrayDeque<>();

  private record Owed(String deed, Undo undo) {}

  /** Takes a deed back. */
  @FunctionalInterface
  public interface Undo {
    /** Does it; a second time is harmless. */
    void run() throws InterruptedException;
  }

  /** Owes that a deed is taken back; a deed that is owed already is owed once. */
  public void owe(String deed, Undo undo) {
    settle(deed);
    oweToo(deed, undo);
  }

  /** Owes that a deed is taken back step by step, however often it is done. */
  public void oweToo(String deed, Undo undo) {
    owed.push(new Owed(deed, undo));
  }

  /** A deed has been taken back. */
  public void settle(String deed) {
    owed.removeIf(one -> one.deed().equals(deed));
  }

  /** Takes back what is owed, the latest first; what fails is told and keeps nothing else. */
  void all() {
    while (!owed.isEmpty()) {
      var one = owed.pop();
      try {
        one.undo().run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        log.warn("interrupted while this was taken back: {}", one.deed());
      } catch (RuntimeException e) {
        log.warn("this was not taken back: {}: {}", one.deed(), e.getMessage());
      }
    }
  }
}
