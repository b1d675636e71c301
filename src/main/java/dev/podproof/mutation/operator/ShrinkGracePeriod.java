package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import java.util.stream.Stream;

/** Leaves a pod one second to end. */
record ShrinkGracePeriod() implements Operator {
  private static final String FIELD = "terminationGracePeriodSeconds";

  @Override
  public String name() {
    return "shrink-grace-period";
  }

  @Override
  public String does() {
    return "shrinks a grace period to 1 s";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .workloads()
        .filter(workload -> workload.podSpec().at(FIELD).number().orElse(0) > 1)
        .map(
            workload ->
                new Mutation(
                    workload.podSpec().at(FIELD),
                    "shrinks the grace period of "
                        + workload.inWords()
                        + " from "
                        + workload.gracePeriod()
                        + " s to 1 s",
                    subject.edits().with(workload.podSpec(), FIELD, "1"),
                    Stream.concat(
                            workload.containers().stream()
                                .filter(PodContainer::staysUp)
                                .map(one -> "Then " + subject.named(one) + " exits with code 0"),
                            Stream.of(
                                "Then field \"spec."
                                    + FIELD
                                    + "\" of "
                                    + subject.pod()
                                    + " is at least "
                                    + workload.gracePeriod()))
                        .toList(),
                    ""));
  }
}
