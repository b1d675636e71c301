package dev.podproof.mutation.operator;

import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.YamlValue;
import java.util.Arrays;
import java.util.stream.Stream;

/** Lengthens what a probe or a hook waits. */
record LengthenDelay() implements Operator {
  private static final int TIMES = 10;

  @Override
  public String name() {
    return "lengthen-delay";
  }

  @Override
  public String does() {
    return "makes the delay or the period of a probe, or the sleep of a hook, ten times as long";
  }

  @Override
  public boolean slows() {
    return true;
  }

  @Override
  public Stream<Mutation> in(Subject subject) {
    return subject
        .containers()
        .flatMap(
            container ->
                Stream.of(
                        of(subject, container, "initialDelaySeconds", "startupProbe"),
                        of(subject, container, "initialDelaySeconds", "readinessProbe"),
                        of(subject, container, "initialDelaySeconds", "livenessProbe"),
                        of(subject, container, "periodSeconds", "startupProbe"),
                        of(subject, container, "periodSeconds", "readinessProbe"),
                        of(subject, container, "periodSeconds", "livenessProbe"),
                        of(subject, container, "seconds", "lifecycle", "preStop", "sleep"))
                    .flatMap(one -> one));
  }

  private static Stream<Mutation> of(
      Subject subject, PodContainer container, String field, String... path) {
    var holder = container.value().at(path);
    return holder.at(field).number().stream()
        .filter(seconds -> seconds > 0)
        .mapToObj(
            seconds ->
                new Mutation(
                    holder.at(field),
                    "lengthens "
                        + String.join(".", path)
                        + "."
                        + field
                        + " of "
                        + container.inWords()
                        + " from "
                        + seconds
                        + " s to "
                        + seconds * TIMES
                        + " s",
                    subject.edits().with(holder, field, String.valueOf(seconds * TIMES)),
                    step(subject, container, holder, path)));
  }

  private static String step(
      Subject subject, PodContainer container, YamlValue holder, String... path) {
    var named = subject.named(container);
    if (Arrays.asList(path).contains("preStop")) {
      return "Then "
          + named
          + " exits at most "
          + (holder.at("seconds").number().orElse(0) + 5)
          + "s after "
          + subject.deletion();
    }
    return switch (path[0]) {
      case "startupProbe" -> "Then " + named + " is started within 10s";
      case "readinessProbe" -> "Then " + named + " is ready within 10s";
      default -> "Then " + named + " starts for the 2nd time within 30s";
    };
  }
}
