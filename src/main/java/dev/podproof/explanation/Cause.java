package dev.podproof.explanation;

/**
 * One link of the chain that blocks a pod.
 *
 * @param next what to try about it; empty where another link says
 */
record Cause(String inWords, String next) {
  static Cause fact(String inWords) {
    return new Cause(inWords, "");
  }
}
