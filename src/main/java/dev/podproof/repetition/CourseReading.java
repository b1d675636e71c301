package dev.podproof.repetition;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.timeline.Lane;
import dev.podproof.timeline.Mark;
import dev.podproof.timeline.PodLanes;
import dev.podproof.timeline.Span;
import dev.podproof.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads a history as a course. */
final class CourseReading {
  private static final int MOST_LINES = 200;
  private static final int LONGEST_LINE = 400;

  /** Such as "Ready is False (ContainersNotReady)". */
  private static final Pattern BECAUSE = Pattern.compile("(.*?)(?: \\((.*)\\))?", Pattern.DOTALL);

  /** What every container waits for before it starts; a status is written of it or not. */
  private static final Set<String> USUAL =
      Set.of("waiting", "waiting (ContainerCreating)", "waiting (PodInitializing)");

  private final History history;
  private final UnaryOperator<String> redact;
  private final Timeline timeline;
  private final List<Happening> happenings = new ArrayList<>();
  private final Map<String, List<String>> logs = new LinkedHashMap<>();

  CourseReading(History history, UnaryOperator<String> redact) {
    this.history = history;
    this.redact = redact;
    this.timeline = Timeline.of(history, List.of(), redact);
  }

  Course course() {
    var zero =
        history.actions().stream()
            .map(ActionTaken::interval)
            .map(Interval::earliest)
            .min(Comparator.naturalOrder())
            .orElse(history.began());
    harness();
    var names = PodNames.of(history);
    for (var pod : timeline.pods()) {
      if (names.containsKey(pod.pod())) {
        pod(pod, names.get(pod.pod()));
      }
    }
    return new Course(zero, timeline.end(), numbered(), logs);
  }

  private void harness() {
    timeline.marks().stream()
        .filter(mark -> mark.kind() != Mark.Kind.GAP)
        .forEach(mark -> state("harness: " + mark.words(), "", mark.interval()));
  }

  private void pod(PodLanes pod, String name) {
    for (var mark : pod.marks()) {
      if (mark.kind() == Mark.Kind.EVENT) {
        event(name, mark);
      } else {
        var words = BECAUSE.matcher(mark.words());
        var known = words.matches() && words.group(2) != null ? words.group(2) : "";
        state(
            name + ": " + (known.isEmpty() ? mark.words() : words.group(1)),
            known,
            mark.interval());
      }
    }
    pod.lanes()
        .forEach(
            lane -> container(pod.pod(), lane, "container " + lane.container() + " of " + name));
  }

  private void container(PodIdentity pod, Lane lane, String name) {
    var runs = history.runsOf(pod, lane.container());
    for (int i = 0; i < runs.size(); i++) {
      run(runs.get(i), name);
      log(runs.get(i), Numbered.of(name, i + 1));
    }
    for (var mark : lane.marks()) {
      if (mark.kind() == Mark.Kind.EVENT) {
        event(name, mark);
      } else if (mark.kind() == Mark.Kind.PROBE) {
        state(name + ": " + mark.words(), "", mark.interval());
      }
    }
    lane.spans().stream()
        .filter(span -> span.stage() == Span.Stage.WAITING && !USUAL.contains(span.words()))
        .forEach(span -> state(name + ": " + span.words(), "", span.begins()));
  }

  private void run(ContainerRun run, String name) {
    run.started().ifPresent(moment -> state(name + " starts", "", moment.interval()));
    run.exited()
        .ifPresent(
            moment ->
                state(
                    name + " exits",
                    run.exit().map(exit -> exit.inWords()).orElse(""),
                    moment.interval()));
  }

  private void log(ContainerRun run, String name) {
    var lines =
        history
            .all(LogLine.class)
            .filter(line -> line.containerId().equals(run.containerId()))
            .limit(MOST_LINES)
            // Hidden before it is cut, or a cut value would no longer be found.
            .map(line -> cut(redact.apply(line.text())))
            .toList();
    if (!lines.isEmpty()) {
      logs.put(name, lines);
    }
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
  }

  // The message counts and measures; the reason is what events of one kind have in common.
  private void event(String name, Mark mark) {
    var reason = mark.words().split(": ", 2)[0];
    happenings.add(
        new Happening(Happening.Kind.EVENT, name + ": event " + reason, "", mark.interval()));
  }

  private void state(String what, String how, Interval at) {
    happenings.add(new Happening(Happening.Kind.STATE, NormalText.of(what), how, at));
  }

  private List<Happening> numbered() {
    var seen = new HashMap<String, Integer>();
    return happenings.stream()
        .sorted(Comparator.comparing(Happening::point))
        .map(
            one ->
                new Happening(
                    one.kind(),
                    Numbered.of(one.what(), seen.merge(one.what(), 1, Integer::sum)),
                    one.how(),
                    one.at()))
        .toList();
  }
}
