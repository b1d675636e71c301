package dev.podproof.mutation.operator;

import java.util.stream.Stream;

/** Lets a pod be restarted for ever that was not to be. A Job's has to say how it is. */
record DropPodRestartPolicy() implements Operator {
  private static final String FIELD = "restartPolicy";

  @Override
  public String name() {
    return "drop-pod-restart-policy";
  }

  @Override
  public String does() {
    return "removes the restart policy of a pod, which is Always then";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .workloads()
        .filter(workload -> workload.kind().equals("Pod"))
        .filter(workload -> !workload.podSpec().at(FIELD).textOr("Always").equals("Always"))
        .flatMap(
            workload ->
                workload.containers().stream()
                    .limit(1)
                    .map(
                        first ->
                            new Mutation(
                                workload.podSpec().at(FIELD),
                                "removes the restart policy of " + workload.inWords(),
                                subject.edits().without(workload.podSpec(), FIELD),
                                "Then "
                                    + subject.named(first)
                                    + " stays at restart count 0 for 20s")));
  }
}
