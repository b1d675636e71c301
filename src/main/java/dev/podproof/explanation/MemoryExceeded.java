package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import java.util.List;
import java.util.stream.Stream;

/** A container that the kernel killed for its memory (reason OOMKilled). */
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
    var limit = Json.text(facts.manifestOf(container), "resources", "limits", "memory");
    var of = limit.isEmpty() ? "no limit of its own: the node ran out" : "limit " + limit;
    return Stream.concat(
            Stream.of(
                new Cause(
                    container.role().inWords()
                        + " "
                        + container.name()
                        + "  was killed for using more memory than it may (OOMKilled, "
                        + of
                        + "), "
                        + ContainerFails.restarts(container),
                    "raise resources.limits.memory of "
                        + container.name()
                        + ", or let it use less: "
                        + facts.command(container))),
            facts.lastSaid(container).stream())
        .toList();
  }
}
