package dev.podproof.lifecycle;

/**
 * Which part of a container's run a moment is: a run starts before it logs anything, and logs
 * nothing after it ended, whatever the clocks say.
 *
 * @param containerId the runtime's ID of the run
 */
public record RunPart(String containerId, Kind kind) {
  /** The parts of a run, in order. Lines of two streams are not ordered among themselves. */
  public enum Kind {
    START,
    LINE,
    EXIT
  }

  /** Whether this certainly came before the other one. */
  public boolean isBefore(RunPart other) {
    return containerId.equals(other.containerId) && kind.compareTo(other.kind) < 0;
  }
}
