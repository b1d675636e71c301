package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Running;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import java.util.List;

/** A pod of a Job one of whose ordinary containers is done while another goes on. */
final class JobKeptAlive implements PodCause {
  @Override
  public List<Cause> in(Facts facts) {
    var owner = facts.pod().controller().filter(controller -> controller.kind().equals("Job"));
    var apps =
        facts.pod().containers().stream().filter(c -> c.role() == ContainerRole.APP).toList();
    var done = apps.stream().filter(JobKeptAlive::isDone).findFirst();
    if (owner.isEmpty() || done.isEmpty()) {
      return List.of();
    }
    return apps.stream()
        .filter(container -> container.stage() instanceof Running)
        .map(
            running ->
                new Cause(
                    owner.get().inWords()
                        + "  waits for  container "
                        + running.name()
                        + ", which still runs; container "
                        + done.get().name()
                        + " has exited 0",
                    "make "
                        + running.name()
                        + " a sidecar (an init container with restartPolicy: Always), which does not keep a Job alive"))
        .toList();
  }

  private static boolean isDone(ContainerSnapshot container) {
    return container.stage() instanceof Terminated ended && ended.exit().code() == 0;
  }
}
