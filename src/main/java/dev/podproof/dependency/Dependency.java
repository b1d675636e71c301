package dev.podproof.dependency;

/**
 * A name and a port that a pod depends on: a Service of that name, and behind it a pod whose port
 * is opened and closed by the scenario.
 */
public record Dependency(String name, int port) {
  /** The dependency in words, such as my-database:5432. */
  public String inWords() {
    return name + ":" + port;
  }
}
