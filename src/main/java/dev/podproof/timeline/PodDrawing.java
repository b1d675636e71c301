package dev.podproof.timeline;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Brings the versions of one pod, its runs and its events into lanes. */
final class PodDrawing {
  private final History history;
  private final PodIdentity pod;
  private final Instant end;
  private final UnaryOperator<String> redact;
  private final List<PodSeen> versions;

  PodDrawing(History history, PodIdentity pod, Instant end, UnaryOperator<String> redact) {
    this.history = history;
    this.pod = pod;
    this.end = end;
    this.redact = redact;
    this.versions = history.versionsOf(pod);
  }

  PodLanes lanes() {
    var latest = versions.get(versions.size() - 1).snapshot();
    var ours = latest.labels().containsKey(History.ROLE_LABEL);
    return new PodLanes(
        pod, ours, latest.phase(), marks(), latest.containers().stream().map(this::lane).toList());
  }

  private Lane lane(ContainerSnapshot container) {
    return new LaneDrawing(history, pod, versions, end, redact)
        .lane(container, events(container.name()));
  }

  private List<Mark> marks() {
    var marks = new ArrayList<Mark>();
    phases(marks);
    conditions(marks);
    marks.addAll(events(""));
    history
        .gone(pod)
        .ifPresent(
            gone -> marks.add(new Mark(Mark.Kind.POD, gone.interval(), "gone", gone.witnesses())));
    return marks;
  }

  private void phases(List<Mark> marks) {
    var before = "";
    Interval wroteBefore = Interval.UNKNOWN;
    for (var version : versions) {
      var told = version.snapshot().phase();
      var phase = told.name() + (told.deletionRequested() ? ", being deleted" : "");
      if (!phase.equals(before)) {
        marks.add(
            new Mark(Mark.Kind.POD, turned(wroteBefore, version.arrival()), phase, "arrival"));
      }
      before = phase;
      wroteBefore = version.snapshot().written();
    }
  }

  private void conditions(List<Mark> marks) {
    Map<String, PodCondition> before = new LinkedHashMap<>();
    for (var version : versions) {
      for (var condition : version.snapshot().conditions()) {
        var last = before.put(condition.type(), condition);
        var turned = last == null ? condition.holds() : !last.status().equals(condition.status());
        if (turned) {
          marks.add(
              new Mark(
                  Mark.Kind.POD,
                  known(condition.since(), version.arrival()),
                  condition.type() + " is " + condition.status() + because(condition),
                  "API"));
        }
      }
    }
  }

  private String because(PodCondition condition) {
    return condition.reason().isEmpty() ? "" : " (" + redact.apply(condition.reason()) + ")";
  }

  private static Interval known(Interval since, Instant arrival) {
    var upTo = Interval.until(arrival);
    return since.intersect(upTo).orElse(since);
  }

  private List<Mark> events(String container) {
    return history
        .all(EventSeen.class)
        .filter(event -> event.container().equals(container))
        .filter(
            event ->
                event.uid().equals(pod.uid())
                    || (event.uid().isEmpty()
                        && event.about().kind().equals("Pod")
                        && event.about().name().equals(pod.name())))
        .map(
            event ->
                new Mark(
                    Mark.Kind.EVENT,
                    Interval.until(event.arrival()),
                    event.reason() + ": " + redact.apply(event.message()),
                    "arrival"))
        .toList();
  }

  /** A change that the version before did not show when it was written, and this one does. */
  static Interval turned(Interval wroteBefore, Instant arrival) {
    var since = Interval.from(wroteBefore.earliest()).intersect(Interval.until(arrival));
    return since.orElse(Interval.until(arrival));
  }

  static Interval wroteBefore(List<PodSeen> versions, int index) {
    return index == 0 ? Interval.UNKNOWN : versions.get(index - 1).snapshot().written();
  }
}
