package dev.podproof.lifecycle.planted;

/** An offender. */
public final class Sleeps {
  void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
