package dev.podproof.lifecycle;

/** The part a container plays in its pod. */
public enum ContainerRole {
  /** An init container that must complete before the next one starts. */
  INIT("init container"),
  /**
   * An init container whose own restart policy is Always: it starts in its place among the init
   * containers, keeps running beside the app and is stopped after it (KEP-753).
   */
  SIDECAR("sidecar"),
  /** A container of {@code spec.containers}. */
  APP("container"),
  /** A container added to a running pod through its subresource (KEP-277). */
  EPHEMERAL("ephemeral container");

  private final String words;

  ContainerRole(String words) {
    this.words = words;
  }

  /** The term as it stands in messages. */
  public String inWords() {
    return words;
  }
}
