package dev.podproof.lifecycle;

/**
 * Which write to the API server's store made something so: of two writes the later has the greater
 * number (Kubernetes API concepts: resource versions).
 *
 * @param store within which numbers are compared: one kind's objects, or all of a cluster that
 *     keeps them in one store
 */
public record Revision(String store, long number) {
  /** Whether this write certainly came before the other one. */
  public boolean isBefore(Revision other) {
    return store.equals(other.store) && number < other.number;
  }
}
