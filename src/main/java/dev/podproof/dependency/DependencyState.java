package dev.podproof.dependency;

/** How a dependency answers. */
public enum DependencyState {
  /** The Service exists and no pod stands behind it. */
  WITHOUT_ENDPOINTS("has no endpoints"),
  /** A pod stands behind the Service and refuses connections. */
  REFUSING("refuses connections"),
  /** A pod stands behind the Service and accepts connections. */
  ACCEPTING("accepts connections");

  private final String words;

  DependencyState(String words) {
    this.words = words;
  }

  /** The state as it stands in a sentence. */
  public String inWords() {
    return words;
  }
}
