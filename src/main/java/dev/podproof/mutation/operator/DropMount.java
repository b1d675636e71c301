package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.Mount;
import dev.podproof.lint.workload.PodContainer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Removes a mount of a volume. */
record DropMount() implements Operator {
  static final String FIELD = "volumeMounts";

  @Override
  public String name() {
    return "drop-mount";
  }

  @Override
  public String does() {
    return "removes a mount of a volume";
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
    return new Mutation(
        container.value().at(FIELD).items().get(item),
        "removes the mount of volume " + mount.volume() + " of " + container.inWords(),
        subject.edits().withoutItem(container.value(), FIELD, item),
        step(subject, container, mount));
  }

  static String step(Subject subject, PodContainer container, Mount mount) {
    if (container.staysUp()) {
      return "Then running \"grep -c ' "
          + mount.path()
          + " ' /proc/mounts\" in "
          + subject.within(container)
          + " prints \"1\"";
    }
    return subject
        .containers()
        .filter(PodContainer::staysUp)
        .filter(other -> other.mounts().stream().anyMatch(m -> m.volume().equals(mount.volume())))
        .findFirst()
        .map(other -> "Then file \"FILE\" in " + subject.within(other) + " contains \"TEXT\"")
        .orElseGet(() -> subject.works(container));
  }
}
