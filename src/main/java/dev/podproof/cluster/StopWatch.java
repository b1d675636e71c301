package dev.podproof.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes the times of the parts of one start. Used by one thread. */
final class StopWatch {
  private final List<StartPhase> phases = new ArrayList<>();
  private long last = System.nanoTime();

  void lap(String name) {
    var now = System.nanoTime();
    phases.add(new StartPhase(name, Duration.ofNanos(now - last)));
    last = now;
  }

  List<StartPhase> phases() {
    return List.copyOf(phases);
  }
}
