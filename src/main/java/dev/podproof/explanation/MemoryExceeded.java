package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container that the kernel killed for its memory (reason OOMKilled). No witness sees its peak:
 * the API has none, and the container's cgroup, which counts it, goes with the container.
 */
final class MemoryExceeded implements ContainerCause {
  @Override
  public List<Cause> in(Facts facts, ContainerSnapshot container) {
    var killed =
        Stream.of(container.stage(), container.previous())
            .anyMatch(
                stage ->
                    stage instanceof Terminated ended && ended.exit().reason().equals("OOMKilled"));
    if (!killed) {
      return List.of();
    }
    return Stream.concat(
            Stream.of(
                new Cause(
                    container.role().inWords()
                        + " "
                        + container.name()
                        + "  was killed for using more memory than it may (OOMKilled, "
                        + limit(facts, container)
                        + "; peak not seen), "
                        + ContainerFails.restarts(container),
                    "raise resources.limits.memory of "
                        + container.name()
                        + ", or let it use less: "
                        + facts.command(container))),
            facts.lastSaid(container).stream())
        .toList();
  }

  // The pod's limit holds for its containers together (Kubernetes: pod-level resources).
  private static String limit(Facts facts, ContainerSnapshot container) {
    var own = Json.text(facts.manifestOf(container), "resources", "limits", "memory");
    var shared = Json.text(facts.content(), "spec", "resources", "limits", "memory");
    if (own.isEmpty()) {
      return shared.isEmpty()
          ? "no limit of its own: the node ran out"
          : "limit of the pod " + shared;
    }
    return "limit " + own;
  }
}
