package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage.Running;
import dev.podproof.lifecycle.ContainerStage.Terminated;
import dev.podproof.lifecycle.ContainerStage.Waiting;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a pod from going on, the nearest cause first. */
final class Blocking {
  private final History history;
  private final PodIdentity pod;
  private final Instant now;
  private final RelativeTime times;

  Blocking(History history, PodIdentity pod, Instant now) {
    this.history = history;
    this.pod = pod;
    this.now = now;
    this.times = new RelativeTime(history.began());
  }

  List<Cause> chain() {
    return history.latest(pod).map(this::chain).orElse(List.of());
  }

  private List<Cause> chain(PodSnapshot latest) {
    var causes = new ArrayList<Cause>();
    unscheduled(latest).ifPresent(causes::add);
    var inits = startingOnes(latest);
    for (var container : latest.containers()) {
      if (!container.role().equals(ContainerRole.EPHEMERAL)) {
        causes.addAll(causesOf(container, latest, inits));
      }
    }
    return causes;
  }

  private static List<ContainerSnapshot> startingOnes(PodSnapshot latest) {
    return latest.containers().stream()
        .filter(c -> c.role() == ContainerRole.INIT || c.role() == ContainerRole.SIDECAR)
        .toList();
  }

  private static Optional<Cause> unscheduled(PodSnapshot latest) {
    return latest
        .condition("PodScheduled")
        .filter(condition -> !condition.holds())
        .map(PodCondition::message)
        .map(
            why ->
                new Cause(
                    "the scheduler found no node: " + why,
                    "see what the pod asks for and what the node has"));
  }

  private List<Cause> causesOf(
      ContainerSnapshot container, PodSnapshot latest, List<ContainerSnapshot> inits) {
    if (container.role() == ContainerRole.INIT && container.stage() instanceof Running) {
      return runningInit(container, latest, inits);
    }
    if (container.stage() instanceof Waiting waiting && isTelling(waiting)) {
      return waiting(container, waiting);
    }
    if (container.stage() instanceof Terminated terminated && terminated.exit().code() != 0) {
      return failed(container, terminated);
    }
    return List.of();
  }

  private static boolean isTelling(Waiting waiting) {
    return !List.of("", "PodInitializing", "ContainerCreating").contains(waiting.reason());
  }

  private List<Cause> runningInit(
      ContainerSnapshot init, PodSnapshot latest, List<ContainerSnapshot> inits) {
    var causes = new ArrayList<Cause>();
    var place = inits.indexOf(init) + 1;
    latest.containers().stream()
        .filter(c -> c.role() == ContainerRole.APP)
        .findFirst()
        .ifPresent(
            app ->
                causes.add(
                    Cause.fact(
                        app.name()
                            + "  waits for  init container "
                            + init.name()
                            + " ("
                            + place
                            + " of "
                            + inits.size()
                            + "), running"
                            + since(init))));
    lastLine(init.name())
        .ifPresent(line -> causes.add(Cause.fact(init.name() + "  last said  " + line)));
    causes.addAll(Dependencies.of(history, init));
    return causes;
  }

  private List<Cause> waiting(ContainerSnapshot container, Waiting waiting) {
    var causes = new ArrayList<Cause>();
    var message =
        waiting.message().isEmpty() ? "" : ": " + waiting.message().lines().findFirst().orElse("");
    causes.add(
        new Cause(
            container.role().inWords()
                + " "
                + container.name()
                + " is "
                + waiting.inWords()
                + message,
            Advice.forReason(waiting.reason(), container)));
    if (container.previous() instanceof Terminated before) {
      causes.add(
          Cause.fact(
              container.name()
                  + "  "
                  + before.inWords()
                  + ", "
                  + container.restarts()
                  + " restarts so far"));
    }
    lastLine(container.name())
        .ifPresent(line -> causes.add(Cause.fact(container.name() + "  last said  " + line)));
    return causes;
  }

  private List<Cause> failed(ContainerSnapshot container, Terminated terminated) {
    var causes = new ArrayList<Cause>();
    causes.add(
        new Cause(
            container.role().inWords() + " " + container.name() + " " + terminated.inWords(),
            "see why it ends: its command is " + String.join(" ", container.declared().words())));
    lastLine(container.name())
        .ifPresent(line -> causes.add(Cause.fact(container.name() + "  last said  " + line)));
    return causes;
  }

  private String since(ContainerSnapshot container) {
    return history.runsOf(pod, container.name()).stream()
        .filter(ContainerRun::isRunning)
        .findFirst()
        .flatMap(ContainerRun::started)
        .map(
            start ->
                " for " + RelativeTime.seconds(Duration.between(start.interval().latest(), now)))
        .orElse("");
  }

  private Optional<String> lastLine(String container) {
    var lines = history.linesOf(pod, container);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    var last = lines.get(lines.size() - 1);
    var times = lines.stream().filter(line -> line.text().equals(last.text())).count();
    return Optional.of(
        "\""
            + shortened(last.text())
            + "\"  (at "
            + this.times.of(last.stamp())
            + ", "
            + times
            + (times == 1 ? " time)" : " times)"));
  }

  private static String shortened(String line) {
    return line.length() <= 120 ? line : line.substring(0, 117) + "...";
  }
}
