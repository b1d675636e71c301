package dev.podproof.timeline;

import dev.podproof.lifecycle.Interval;

/**
 * A stretch of a container's life.
 *
 * @param begins when it certainly began; wide where the witnesses do not know better
 * @param ends when it certainly ended; from the end of the recording on where it had not ended
 * @param words such as "running" or "waiting (CrashLoopBackOff)"
 * @param witnesses who saw its beginning and its end, such as "runtime, API"; empty where it was
 *     read from statuses alone
 */
public record Span(Stage stage, Interval begins, Interval ends, String words, String witnesses) {
  /** Kubernetes' three states of a container. */
  public enum Stage {
    WAITING,
    RUNNING,
    TERMINATED
  }
}
