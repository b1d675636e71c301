package dev.podproof.explanation;

/**
 * One link of the chain that blocks a pod.
 *
 * @param next what to try about it; empty where another link says
 * @param inScenario how {@code next} goes on in a scenario, which can do more about it; empty where
 *     it cannot
 */
record Cause(String inWords, String next, String inScenario) {
  Cause(String inWords, String next) {
    this(inWords, next, "");
  }

  static Cause fact(String inWords) {
    return new Cause(inWords, "");
  }
}
