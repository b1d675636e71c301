package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets a container do nothing, successfully. */
record CommandToTrue() implements Operator {
  private static final String NOTHING = "[\"true\"]";

  @Override
  public String name() {
    return "command-to-true";
  }

  @Override
  public String does() {
    return "changes a command to true";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .filter(container -> !container.words().isEmpty())
        .map(
            container ->
                new Mutation(
                    container.value().at(field(container)),
                    "changes the command of " + container.inWords() + " to true",
                    changed(subject, container),
                    subject.works(container)));
  }

  private static String field(PodContainer container) {
    return container.value().at("command").present() ? "command" : "args";
  }

  // Arguments alone are those of the image's own command, and true takes any.
  private static Optional<String> changed(Subject subject, PodContainer container) {
    return field(container).equals("command")
        ? subject.edits().with(container.value(), "command", NOTHING)
        : subject.edits().plus(container.value(), "command", NOTHING, "args");
  }
}
