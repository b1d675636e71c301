package dev.podproof.lifecycle;

/** Where a container stands, as the pod's status says (Kubernetes: container states). */
public sealed interface ContainerStage {
  /** The stage in words, such as "waiting (CrashLoopBackOff)". */
  String inWords();

  /** The status does not mention it yet. */
  record Unreported() implements ContainerStage {
    @Override
    public String inWords() {
      return "not reported yet";
    }
  }

  /**
   * Not running.
   *
   * @param reason empty where the kubelet gave none
   * @param message empty where the kubelet gave none
   */
  record Waiting(String reason, String message) implements ContainerStage {
    @Override
    public String inWords() {
      return reason.isEmpty() ? "waiting" : "waiting (" + reason + ")";
    }
  }

  /**
   * Its main process runs.
   *
   * @param started what the API's stamp says of the start
   */
  record Running(Interval started) implements ContainerStage {
    @Override
    public String inWords() {
      return "running";
    }
  }

  /**
   * Its main process ended, or never began: then the start is {@link Interval#UNKNOWN} and {@link
   * #everRan()} false (a StartError carries stamps of 1970).
   *
   * @param containerId the runtime's ID, without scheme; empty where no container was made
   */
  record Terminated(String containerId, Exit exit, Interval started, Interval finished)
      implements ContainerStage {
    /** Whether the main process ran at all. */
    public boolean everRan() {
      return !started.equals(Interval.UNKNOWN);
    }

    @Override
    public String inWords() {
      return exit.inWords();
    }
  }
}
