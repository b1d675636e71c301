package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Waiting;
import java.util.List;

/** A container that refers to a ConfigMap, a Secret or a key that is not there. */
final class ConfigMissing implements ContainerCause {
  @Override
  public List<Cause> in(Facts facts, ContainerSnapshot container) {
    return container.stage() instanceof Waiting waiting
            && waiting.reason().equals("CreateContainerConfigError")
        ? List.of(
            new Cause(
                container.role().inWords()
                    + " "
                    + container.name()
                    + "  cannot be made: "
                    + facts.shortened(waiting.message(), 110),
                Missing.next(facts, waiting.message())))
        : List.of();
  }
}
