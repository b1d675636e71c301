package dev.podproof.timeline;

import dev.podproof.lifecycle.ContainerRole;
import java.util.List;

/**
 * One container.
 *
 * @param spans in order of time, without overlap but for what is uncertain
 */
public record Lane(
    String container,
    ContainerRole role,
    String image,
    Status status,
    List<Span> spans,
    List<Mark> marks,
    List<RunLog> logs) {
  public Lane {
    spans = List.copyOf(spans);
    marks = List.copyOf(marks);
    logs = List.copyOf(logs);
  }

  /**
   * How a container stood at the end of the recording.
   *
   * @param words such as "waiting (CrashLoopBackOff)"
   * @param message what the kubelet adds to it; empty where nothing
   * @param lastExit how its last run ended, such as "exited 137 (OOMKilled)"; empty where none has
   */
  public record Status(
      String words, String message, String lastExit, int restarts, boolean ready) {}
}
