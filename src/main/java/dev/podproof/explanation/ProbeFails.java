package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Running;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Probes that do not pass, as the kubelet's events of reason Unhealthy tell of them. */
final class ProbeFails {
  private ProbeFails() {}

  /** A container that is killed because its liveness probe fails. */
  static final class Liveness implements ContainerCause {
    @Override
    public List<Cause> in(Facts facts, ContainerSnapshot container) {
      var failures = facts.events("Unhealthy", container, "Liveness probe failed");
      var killed =
          container.restarts() > 0 || !facts.events("Killing", container, "Container").isEmpty();
      return failures.isEmpty() || !killed
          ? List.of()
          : List.of(
              new Cause(
                  container.role().inWords()
                      + " "
                      + container.name()
                      + "  is killed by its liveness probe ("
                      + probe(facts, container, "livenessProbe")
                      + "), "
                      + ContainerFails.restarts(container),
                  "let the probe fit what "
                      + container.name()
                      + " answers; where it starts slowly give it a startupProbe"),
              result(facts, Facts.last(failures).orElseThrow().message(), failures.size()));
    }
  }

  /** A container that runs and whose startup probe has not passed. */
  static final class Startup implements ContainerCause {
    @Override
    public List<Cause> in(Facts facts, ContainerSnapshot container) {
      var failures = facts.events("Unhealthy", container, "Startup probe failed");
      if (container.started()
          || Json.at(facts.manifestOf(container), "startupProbe") == null
          || (!(container.stage() instanceof Running) && failures.isEmpty())) {
        return List.of();
      }
      return told(
          facts,
          container,
          "startupProbe",
          "startup probe",
          failures.stream().map(e -> e.message()).toList());
    }
  }

  /** A container that runs, is not ready and has a readiness probe. */
  static final class Readiness implements ContainerCause {
    @Override
    public List<Cause> in(Facts facts, ContainerSnapshot container) {
      var failures = facts.events("Unhealthy", container, "Readiness probe failed");
      if (container.ready()
          || Json.at(facts.manifestOf(container), "readinessProbe") == null
          || !(container.stage() instanceof Running)) {
        return List.of();
      }
      return told(
          facts,
          container,
          "readinessProbe",
          "readiness probe",
          failures.stream().map(e -> e.message()).toList());
    }
  }

  private static List<Cause> told(
      Facts facts, ContainerSnapshot container, String field, String words, List<String> failures) {
    var cause =
        new Cause(
            container.role().inWords()
                + " "
                + container.name()
                + "  has not passed its "
                + words
                + " ("
                + probe(facts, container, field)
                + "), running"
                + facts.runningFor(container),
            "see whether "
                + container.name()
                + " answers that probe, and mend the one or the other");
    return Facts.last(failures)
        .map(last -> List.of(cause, result(facts, last, failures.size())))
        .orElse(List.of(cause));
  }

  private static Cause result(Facts facts, String message, long times) {
    return Cause.fact(
        "its last result  \"" + facts.shortened(message, 110) + "\"  (" + Facts.times(times) + ")");
  }

  private static String probe(Facts facts, ContainerSnapshot container, String field) {
    return facts.shortened(action(Json.at(facts.manifestOf(container), field)), 60);
  }

  /** What a probe or a hook does, such as "GET :8080/health" or "exec cat /ready". */
  static String action(@Nullable Object handler) {
    var http = Json.at(handler, "httpGet");
    if (http != null) {
      return "GET :" + Json.text(http, "port") + Json.text(http, "path");
    }
    var tcp = Json.at(handler, "tcpSocket");
    if (tcp != null) {
      return "TCP :" + Json.text(tcp, "port");
    }
    var grpc = Json.at(handler, "grpc");
    return grpc == null
        ? "exec "
            + Json.list(handler, "exec", "command")
                .map(String::valueOf)
                .collect(Collectors.joining(" "))
        : "gRPC :" + Json.text(grpc, "port");
  }
}
