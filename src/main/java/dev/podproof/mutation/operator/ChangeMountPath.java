package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.mutation.edit.Quoted;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mounts a volume elsewhere. */
record ChangeMountPath() implements Operator {
  @Override
  public String name() {
    return "change-mount-path";
  }

  @Override
  public String does() {
    return "mounts a volume elsewhere";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .flatMap(
            container ->
                IntStream.range(0, container.mounts().size())
                    .mapToObj(item -> mutation(subject, container, item)));
  }

  private static Mutation mutation(Subject subject, PodContainer container, int item) {
    var mount = container.mounts().get(item);
    var value = container.value().at(DropMount.FIELD).items().get(item);
    var elsewhere = mount.path().replaceFirst("/+$", "") + "-elsewhere";
    return new Mutation(
        value.at("mountPath"),
        "mounts volume " + mount.volume() + " of " + container.inWords() + " at " + elsewhere,
        subject.edits().with(value, "mountPath", Quoted.of(elsewhere)),
        DropMount.step(subject, container, mount));
  }
}
