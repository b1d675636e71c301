package dev.podproof.steps;

import io.cucumber.java.Before;

/**
 * The first that a scenario does: it waits for its turn.
 *
 * <p>A hook, and not a listener: Cucumber tells its listeners of one event at a time, so one that
 * waits keeps every other scenario from ending.
 */
public final class TurnHook {
  private final Turn turn;

  /** A hook of one scenario. */
  public TurnHook(Turn turn) {
    this.turn = turn;
  }

  /** Returns when the scenario may run. */
  @Before(order = 0)
  public void await() {
    turn.await();
  }
}
