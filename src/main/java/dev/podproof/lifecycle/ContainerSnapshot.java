package dev.podproof.lifecycle;

/**
 * One container's status in one version of its pod.
 *
 * @param containerId the runtime's ID without scheme; empty before the first start
 * @param previous the stage of the run before; {@link ContainerStage.Unreported} where none
 * @param restarts how often the kubelet restarted it
 */
public record ContainerSnapshot(
    DeclaredContainer declared,
    String containerId,
    ContainerStage stage,
    ContainerStage previous,
    int restarts,
    boolean ready,
    boolean started) {
  /** The container's name. */
  public String name() {
    return declared.name();
  }

  /** The container's role. */
  public ContainerRole role() {
    return declared.role();
  }
}
