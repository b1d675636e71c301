package dev.podproof.expectation;

/** How a sentence names a container: by name, in whichever list of its pod it stands. */
public record ContainerRef(PodRef pod, String name) {
  /** The container of that name in the one pod under test. */
  public static ContainerRef named(String name) {
    return new ContainerRef(PodRef.only(), name);
  }

  /** The name as it stands in messages. */
  public String inWords() {
    return pod instanceof PodRef.Only
        ? "container " + name
        : "container " + name + " of " + pod.inWords();
  }
}
