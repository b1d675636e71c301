package dev.podproof.lifecycle;

import java.util.Set;

/**
 * A pod's phase with what explains it.
 *
 * @param name Pending, Running, Succeeded, Failed or Unknown
 * @param reason such as Evicted; empty where none
 * @param message empty where none
 * @param deletionRequested whether the pod carries a deletion timestamp
 */
public record PodPhase(String name, String reason, String message, boolean deletionRequested) {
  private static final Set<String> TERMINAL = Set.of("Succeeded", "Failed");

  /** A phase with nothing else to tell. */
  public static PodPhase named(String name) {
    return new PodPhase(name, "", "", false);
  }

  /** Whether no container of the pod will start again (Kubernetes: pod lifecycle, pod phase). */
  public boolean isTerminal() {
    return TERMINAL.contains(name);
  }
}
