package dev.podproof.lifecycle;

/** Who saw a moment. The order is that of precision, the best first. */
public enum Witness {
  /** The container runtime's own events, in nanoseconds of the node's clock. */
  RUNTIME("runtime"),
  /** The harness itself: what it did, stamped before and after. */
  HARNESS("harness"),
  /** A line of a container's log, stamped when the runtime read it. */
  LOG("log"),
  /** A stamp that the API server keeps, in whole seconds. */
  API("API"),
  /** The arrival of the news that first showed it: an upper bound and nothing more. */
  ARRIVAL("arrival");

  private final String words;

  Witness(String words) {
    this.words = words;
  }

  /** The name as it stands in reports. */
  public String inWords() {
    return words;
  }
}
