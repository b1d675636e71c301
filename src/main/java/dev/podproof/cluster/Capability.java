package dev.podproof.cluster;

/** What a cluster may lack. */
public enum Capability {
  /** Commands can be run on the node, and the runtime's events be read there. */
  NODE_ACCESS("gives access to its node", "gives no access to its node"),
  /** Images that Podproof brings are served to the node. */
  OWN_IMAGES("takes images from Podproof", "takes no images from Podproof"),
  /** Kubelet and container runtime can be restarted alone; a real K3s is one process. */
  RESTART_COMPONENTS("can restart its kubelet", "cannot restart its kubelet alone"),
  /** The processes of a container can be stopped from the node, and let go on. */
  FREEZE_CONTAINERS("can freeze containers", "cannot freeze containers"),
  /** A pod can be cut off its network on the node. */
  DISCONNECT_PODS("can disconnect pods", "cannot disconnect pods"),
  /** A pod's volume can be filled from the node. */
  FILL_VOLUMES("can fill volumes", "cannot fill volumes"),
  /** It was started for the run and goes with it. */
  THROW_AWAY("was started for this run", "was not started for this run");

  private final String has;
  private final String lacks;

  Capability(String has, String lacks) {
    this.has = has;
    this.lacks = lacks;
  }

  /** What is said of a cluster that has it, such as: gives access to its node. */
  public String has() {
    return has;
  }

  /** What is said of one that has not, such as: gives no access to its node. */
  public String lacks() {
    return lacks;
  }
}
