package dev.podproof.cluster;

/** What a cluster may lack. */
public enum Capability {
  /** Commands can be run on the node, and the runtime's events be read there. */
  NODE_ACCESS("commands can be run on the node"),
  /** Images that Podproof brings are served to the node. */
  OWN_IMAGES("images that Podproof brings are served to the node"),
  /** Kubelet and container runtime can be restarted alone; a real K3s is one process. */
  RESTART_COMPONENTS("kubelet and container runtime can be restarted alone"),
  /** It was started for the run and goes with it. */
  THROW_AWAY("the cluster was started for this run");

  private final String words;

  Capability(String words) {
    this.words = words;
  }

  /** The capability as a sentence, for the reason of a skip. */
  public String inWords() {
    return words;
  }
}
