package dev.podproof.mutation.operator;

import dev.podproof.lifecycle.ContainerRole;
import java.util.stream.Stream;

/** Removes the restart policy that makes an init container a sidecar. */
record DropRestartPolicy() implements Operator {
  private static final String FIELD = "restartPolicy";

  @Override
  public String name() {
    return "drop-restart-policy";
  }

  @Override
  public String does() {
    return "removes the restart policy that makes an init container a sidecar";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .filter(container -> container.role() == ContainerRole.SIDECAR)
        .map(
            container ->
                new Mutation(
                    container.value().at(FIELD),
                    "removes the restart policy of " + container.inWords(),
                    subject.edits().without(container.value(), FIELD),
                    subject
                        .containers()
                        .filter(other -> other.role() == ContainerRole.APP)
                        .findFirst()
                        .map(
                            app ->
                                "Then the run of "
                                    + subject.named(container)
                                    + " overlaps the run of "
                                    + subject.named(app))
                        .orElseGet(() -> subject.works(container))));
  }
}
