package dev.podproof.timeline;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.Exit;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.PodIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Brings what is known of one container into a lane. */
final class LaneDrawing {
  private static final int TAIL = 40;
  private static final int LONGEST = 400;

  private final History history;
  private final PodIdentity pod;
  private final List<PodSeen> versions;
  private final Interval stillAtTheEnd;
  private final UnaryOperator<String> redact;
  private final List<Span> spans = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<RunLog> logs = new ArrayList<>();

  LaneDrawing(
      History history,
      PodIdentity pod,
      List<PodSeen> versions,
      Instant end,
      UnaryOperator<String> redact) {
    this.history = history;
    this.pod = pod;
    this.versions = versions;
    this.stillAtTheEnd = history.gone(pod).map(Moment::interval).orElse(Interval.from(end));
    this.redact = redact;
  }

  Lane lane(ContainerSnapshot last, List<Mark> events) {
    var name = last.name();
    var runs = history.runsOf(pod, name).stream().filter(r -> r.started().isPresent()).toList();
    var from = Interval.until(versions.get(0).arrival());
    Optional<ContainerRun> previous = Optional.empty();
    for (var run : runs) {
      var started = run.started().orElseThrow();
      between(name, previous, from, started.interval());
      spans.add(running(run));
      from = run.exited().map(Moment::interval).orElse(stillAtTheEnd);
      previous = Optional.of(run);
    }
    if (previous.isEmpty() || previous.get().exited().isPresent()) {
      between(name, previous, from, stillAtTheEnd);
    }
    flags(name);
    logs(runs);
    marks.addAll(events);
    var status =
        new Lane.Status(
            last.stage().inWords(),
            redact.apply(message(last.stage())),
            runs.stream()
                .flatMap(run -> run.exit().stream())
                .reduce((earlier, later) -> later)
                .map(Exit::inWords)
                .orElse(""),
            last.restarts(),
            last.ready());
    return new Lane(
        name, last.role(), last.declared().image(), status, spans, marks, List.copyOf(logs));
  }

  private static String message(ContainerStage stage) {
    if (stage instanceof ContainerStage.Waiting waiting) {
      return waiting.message();
    }
    return stage instanceof ContainerStage.Terminated done ? done.exit().message() : "";
  }

  private Span running(ContainerRun run) {
    var started = run.started().orElseThrow();
    var witnesses =
        "start: "
            + started.witnesses()
            + run.exited().map(exited -> "; exit: " + exited.witnesses()).orElse("");
    return new Span(
        Span.Stage.RUNNING,
        started.interval(),
        run.exited().map(Moment::interval).orElse(stillAtTheEnd),
        "running" + run.exit().map(exit -> ", " + exit.inWords()).orElse(""),
        witnesses);
  }

  // Between two runs the statuses tell why it did not run; one that arrived late tells of a run.
  private void between(
      String name, Optional<ContainerRun> previous, Interval from, Interval until) {
    var words = previous.flatMap(ContainerRun::exit).map(Exit::inWords).orElse("waiting");
    var stage = previous.isPresent() ? Span.Stage.TERMINATED : Span.Stage.WAITING;
    var begins = from;
    for (var version : versions) {
      var late = version.arrival().isBefore(Timeline.point(from));
      var over = version.arrival().isAfter(Timeline.point(until));
      var now = version.snapshot().container(name).map(ContainerSnapshot::stage);
      if (!late
          && !over
          && now.isPresent()
          && now.get() instanceof ContainerStage.Waiting waiting) {
        if (!waiting.inWords().equals(words)) {
          var turned = Interval.at(version.arrival());
          add(stage, begins, turned, words);
          begins = turned;
          words = waiting.inWords();
          stage = Span.Stage.WAITING;
        }
      }
    }
    add(stage, begins, until, words);
  }

  private void add(Span.Stage stage, Interval begins, Interval ends, String words) {
    if (Timeline.point(begins).isBefore(Timeline.point(ends))) {
      spans.add(new Span(stage, begins, ends, words, ""));
    }
  }

  private void flags(String name) {
    var ready = false;
    var started = false;
    var restarts = 0;
    for (int i = 0; i < versions.size(); i++) {
      var container = versions.get(i).snapshot().container(name);
      if (container.isEmpty()) {
        continue;
      }
      var now = container.get();
      var turned =
          PodDrawing.turned(PodDrawing.wroteBefore(versions, i), versions.get(i).arrival());
      if (now.started() != started) {
        mark(Mark.Kind.PROBE, turned, now.started() ? "startup passed" : "startup reset");
      }
      if (now.ready() != ready) {
        mark(Mark.Kind.PROBE, turned, now.ready() ? "ready" : "not ready");
      }
      if (now.restarts() > restarts) {
        mark(Mark.Kind.RESTART, turned, "restart " + now.restarts());
      }
      ready = now.ready();
      started = now.started();
      restarts = now.restarts();
    }
  }

  private void mark(Mark.Kind kind, Interval interval, String words) {
    marks.add(new Mark(kind, interval, words, "API"));
  }

  private void logs(List<ContainerRun> runs) {
    for (int i = 0; i < runs.size(); i++) {
      var id = runs.get(i).containerId();
      var lines = history.all(LogLine.class).filter(line -> line.containerId().equals(id)).toList();
      if (!lines.isEmpty()) {
        log(i + 1, lines);
      }
    }
  }

  private void log(int run, List<LogLine> lines) {
    var last = lines.get(lines.size() - 1);
    var count = lines.size();
    logMark("first line: ", lines.get(0));
    if (count > 1) {
      logMark("last of " + count + " lines: ", last);
    }
    var tail =
        lines.subList(Math.max(0, count - TAIL), count).stream()
            .map(line -> new RunLog.Line(line.stamp(), cut(line.text())))
            .toList();
    logs.add(new RunLog(run, count, tail));
  }

  private void logMark(String label, LogLine line) {
    marks.add(new Mark(Mark.Kind.LOG, Interval.at(line.stamp()), label + cut(line.text()), "log"));
  }

  // Hidden before it is cut, or a cut value would no longer be found.
  private String cut(String text) {
    var shown = redact.apply(text);
    return shown.length() <= LONGEST
        ? shown
        : shown.substring(0, LONGEST) + " ... (" + (shown.length() - LONGEST) + " more characters)";
  }
}
