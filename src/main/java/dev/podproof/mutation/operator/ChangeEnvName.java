package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.YamlValue;
import dev.podproof.mutation.edit.Quoted;
import java.util.stream.Stream;

/** Gives an environment variable another name. */
record ChangeEnvName() implements Operator {
  private static final String FIELD = "name";

  @Override
  public String name() {
    return "change-env-name";
  }

  @Override
  public String does() {
    return "gives an environment variable another name";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .flatMap(
            container ->
                container.value().at("env").items().stream()
                    .filter(variable -> !variable.at(FIELD).text().isEmpty())
                    .map(variable -> mutation(subject, container, variable)));
  }

  private static Mutation mutation(Subject subject, PodContainer container, YamlValue variable) {
    var name = variable.at(FIELD).text();
    return new Mutation(
        variable.at(FIELD),
        "renames variable " + name + " of " + container.inWords() + " to " + name + "_RENAMED",
        subject.edits().with(variable, FIELD, Quoted.of(name + "_RENAMED")),
        container.staysUp()
            ? "Then running \"printenv "
                + name
                + "\" in "
                + subject.within(container)
                + " prints \"TEXT\""
            : subject.works(container));
  }
}
