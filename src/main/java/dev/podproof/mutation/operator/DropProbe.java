package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import java.util.stream.Stream;

/**
 * Removes a probe.
 *
 * @param kind startup, readiness or liveness
 */
record DropProbe(String kind) implements Operator {
  @Override
  public String name() {
    return "drop-" + kind + "-probe";
  }

  @Override
  public String does() {
    return "removes a " + kind + " probe";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    var field = kind + "Probe";
    return subject
        .containers()
        .filter(container -> container.value().at(field).present())
        .map(
            container ->
                new Mutation(
                    container.value().at(field),
                    "removes the " + kind + " probe of " + container.inWords(),
                    subject.edits().without(container.value(), field),
                    step(subject, container)));
  }

  private String step(Subject subject, PodContainer container) {
    var named = subject.named(container);
    return switch (kind) {
      // What starts behind it waits for the probe (Kubernetes docs: Sidecar Containers).
      case "startup" ->
          "Then "
              + named
              + " logs \"TEXT\" before "
              + subject
                  .after(container)
                  .filter(next -> container.staysUp())
                  .map(next -> subject.named(next) + " starts")
                  .orElse(named + " is started");
      case "readiness" -> "Then " + named + " logs \"TEXT\" before " + named + " is ready";
      default ->
          "Then event \"Unhealthy\" is reported for "
              + subject.within(container)
              + " saying \"Liveness\"";
    };
  }
}
