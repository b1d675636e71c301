package dev.podproof.mutation.operator;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Starts the second of two init containers, or sidecars, before the first. */
record SwapInitContainers() implements Operator {
  @Override
  public String name() {
    return "swap-init-containers";
  }

  @Override
  public String does() {
    return "swaps an init container or sidecar with the next one";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .workloads()
        .flatMap(
            workload -> {
              var inits =
                  workload.containers().stream()
                      .filter(one -> one.role() != ContainerRole.APP)
                      .toList();
              return IntStream.range(1, inits.size())
                  .mapToObj(at -> mutation(subject, workload, inits.get(at - 1), inits.get(at)));
            });
  }

  private static Mutation mutation(
      Subject subject, Workload workload, PodContainer first, PodContainer second) {
    var ends = first.role() == ContainerRole.INIT ? " completes before " : " starts before ";
    return new Mutation(
        second.value(),
        "swaps " + first.inWords() + " and " + second.inWords(),
        subject.edits().swapped(workload.podSpec().at("initContainers"), second.position()),
        "Then " + subject.named(first) + ends + subject.named(second) + " starts");
  }
}
