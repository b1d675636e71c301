package dev.podproof.mutation.operator;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** Removes a container of any role; the last one of the app stays, for a pod needs one. */
record DropContainer() implements Operator {
  @Override
  public String name() {
    return "drop-container";
  }

  @Override
  public String does() {
    return "removes a container, an init container or a sidecar";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .workloads()
        .flatMap(
            workload ->
                workload.containers().stream()
                    .filter(
                        one ->
                            one.role() != ContainerRole.APP
                                || workload.of(ContainerRole.APP).count() > 1)
                    .map(one -> mutation(subject, workload, one)));
  }

  private static Mutation mutation(Subject subject, Workload workload, PodContainer container) {
    var list = container.role() == ContainerRole.APP ? "containers" : "initContainers";
    var inits = workload.containers().size() - (int) workload.of(ContainerRole.APP).count();
    var item = container.position() - (container.role() == ContainerRole.APP ? inits : 0);
    var ends = container.role() == ContainerRole.INIT ? " completes" : " starts";
    return new Mutation(
        container.value(),
        "removes " + container.inWords(),
        subject.edits().withoutItem(workload.podSpec(), list, item),
        "Then " + subject.named(container) + ends);
  }
}
