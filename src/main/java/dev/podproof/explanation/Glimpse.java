package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Running;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.PodCondition;
import java.time.Duration;

/** What a pod is at, in a few words: the first of its containers that holds up the others. */
final class Glimpse {
  private static final int LONGEST_LINE = 60;

  private Glimpse() {}

  static String of(Facts facts) {
    var pod = facts.pod();
    var phase = pod.phase();
    if (phase.isTerminal() || phase.deletionRequested()) {
      return "pod "
          + pod.pod().name()
          + " is "
          + (phase.isTerminal() ? phase.name() : "terminating");
    }
    var unscheduled = pod.condition("PodScheduled").filter(condition -> !condition.holds());
    return unscheduled
        .map(condition -> unscheduled(facts, condition))
        .or(
            () ->
                pod.containers().stream()
                    .filter(Glimpse::holdsUp)
                    .findFirst()
                    .map(container -> of(facts, container)))
        .orElseGet(
            () -> "pod " + pod.pod().name() + (pod.holds("Ready") ? " is ready" : " is not ready"));
  }

  private static String unscheduled(Facts facts, PodCondition condition) {
    var why = facts.shortened(condition.message(), LONGEST_LINE);
    return "pod " + facts.pod().pod().name() + " has no node" + (why.isEmpty() ? "" : ": " + why);
  }

  private static boolean holdsUp(ContainerSnapshot container) {
    return switch (container.role()) {
      case INIT -> !(container.stage() instanceof Terminated ended) || ended.exit().code() != 0;
      case SIDECAR -> !container.started();
      case APP -> !container.ready();
      case EPHEMERAL -> false;
    };
  }

  private static String of(Facts facts, ContainerSnapshot container) {
    var stage =
        container.stage() instanceof Running
            ? "running" + since(facts, container)
            : container.stage().inWords();
    return container.name() + " " + stage + lastSaid(facts, container);
  }

  private static String since(Facts facts, ContainerSnapshot container) {
    return facts
        .running(container)
        .flatMap(ContainerRun::started)
        .map(start -> Duration.between(start.interval().latest(), facts.now()).toSeconds())
        .map(seconds -> " " + seconds + "s")
        .orElse("");
  }

  private static String lastSaid(Facts facts, ContainerSnapshot container) {
    var lines = facts.lines(container);
    return Facts.last(lines)
        .map(
            last -> {
              var times = lines.stream().filter(line -> line.text().equals(last.text())).count();
              return ": "
                  + facts.shortened(last.text(), LONGEST_LINE)
                  + (times > 1 ? " x" + times : "");
            })
        .orElse("");
  }
}
