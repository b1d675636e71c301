package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerStage.Waiting;
import dev.podproof.lifecycle.History;
import java.util.List;

/** A container's status says waiting, for that reason, such as CrashLoopBackOff. */
public record ContainerWaiting(ContainerRef container, String reason) implements StateOfContainer {
  @Override
  public List<Span> spans(History history) {
    return State.spansOf(
        history,
        container.pod(),
        pod ->
            pod.container(container.name())
                .filter(c -> c.stage() instanceof Waiting w && w.reason().equals(reason))
                .isPresent());
  }

  @Override
  public String adjective() {
    return "waiting with reason " + reason;
  }

  @Override
  public boolean needsRunningContainers() {
    return false;
  }
}
