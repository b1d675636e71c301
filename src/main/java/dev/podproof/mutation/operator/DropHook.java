package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.YamlValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes a hook.
 *
 * @param hook preStop or postStart
 */
record DropHook(String hook) implements Operator {
  private static final String LIFECYCLE = "lifecycle";

  @Override
  public String name() {
    return hook.equals("preStop") ? "drop-pre-stop" : "drop-post-start";
  }

  @Override
  public String does() {
    return "removes a " + hook + " hook";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .filter(container -> container.value().at(LIFECYCLE, hook).present())
        .map(
            container ->
                new Mutation(
                    container.value().at(LIFECYCLE, hook),
                    "removes the " + hook + " hook of " + container.inWords(),
                    without(subject, container.value()),
                    step(subject, container)));
  }

  private Optional<String> without(Subject subject, YamlValue container) {
    var lifecycle = container.at(LIFECYCLE);
    return lifecycle.fields().size() == 1
        ? subject.edits().without(container, LIFECYCLE)
        : subject.edits().without(lifecycle, hook);
  }

  private String step(Subject subject, PodContainer container) {
    var named = subject.named(container);
    if (hook.equals("postStart")) {
      return "Then file \"FILE\" in " + subject.within(container) + " contains \"TEXT\"";
    }
    return container.preStopSeconds() > 0
        ? "Then "
            + named
            + " exits at least "
            + container.preStopSeconds()
            + "s after "
            + subject.deletion()
        : "Then "
            + named
            + " logs \"TEXT\" between "
            + subject.deletion()
            + " and "
            + named
            + " exits";
  }
}
