package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.mutation.edit.Quoted;
import java.util.stream.Stream;

/**
 * Lets a probe ask for something else.
 *
 * @param field path or port of what it asks by HTTP or TCP
 */
record ChangeProbe(String field) implements Operator {
  @Override
  public String name() {
    return "change-probe-" + field;
  }

  @Override
  public String does() {
    return "changes the " + field + " that a probe asks for";
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .flatMap(
            container ->
                Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                    .flatMap(
                        probe ->
                            Stream.of("httpGet", "tcpSocket")
                                .flatMap(way -> of(subject, container, probe, way))));
  }

  private Stream<Mutation> of(Subject subject, PodContainer container, String probe, String way) {
    var asked = container.value().at(probe, way);
    return Stream.of(asked.at(field))
        .filter(value -> !value.text().isEmpty())
        .map(
            value -> {
              var other = other(value.text());
              return new Mutation(
                  value,
                  "changes the "
                      + field
                      + " of "
                      + probe
                      + " of "
                      + container.inWords()
                      + " to "
                      + other,
                  subject
                      .edits()
                      .with(asked, field, other.matches("\\d+") ? other : Quoted.of(other)),
                  probe.equals("livenessProbe")
                      ? "Then " + subject.named(container) + " stays at restart count 0 for 35s"
                      : "Then " + subject.named(container) + " is ready within 30s");
            });
  }

  private static String other(String value) {
    return value.matches("\\d{1,5}")
        ? String.valueOf(Long.parseLong(value) % 65_535 + 1)
        : value.replaceFirst("/$", "") + "-elsewhere";
  }
}
