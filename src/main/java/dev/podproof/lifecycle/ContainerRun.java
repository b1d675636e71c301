package dev.podproof.lifecycle;

import java.util.Optional;

/**
 * One run of a container's main process, of one container ID.
 *
 * <p>All witnesses that know the ID have been brought together. A run that is known only to have
 * failed to start has no start.
 */
public final class ContainerRun {
  private final String containerId;
  private final Optional<Moment> started;
  private final Optional<Moment> exited;
  private final Optional<Exit> exit;

  ContainerRun(
      String containerId, Optional<Moment> started, Optional<Moment> exited, Optional<Exit> exit) {
    this.containerId = containerId;
    this.started = started;
    this.exited = exited;
    this.exit = exit;
  }

  /** The runtime's ID, without scheme. */
  public String containerId() {
    return containerId;
  }

  /** When the main process started; empty where it is not known to have started. */
  public Optional<Moment> started() {
    return started;
  }

  /** When the main process ended; empty where it is not known to have ended. */
  public Optional<Moment> exited() {
    return exited;
  }

  /** How the main process ended; empty where it is not known to have ended. */
  public Optional<Exit> exit() {
    return exit;
  }

  /** Whether it started and is not known to have ended. */
  public boolean isRunning() {
    return started.isPresent() && exited.isEmpty();
  }
}
