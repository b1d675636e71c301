package dev.podproof.baseline;

import dev.podproof.baseline.Course.Count;
import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.Exit;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Observation;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.Observation.Gap;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.timeline.Lane;
import dev.podproof.timeline.Mark;
import dev.podproof.timeline.PodLanes;
import dev.podproof.timeline.Span;
import dev.podproof.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads the course of a scenario from its history. */
public final class CourseReader {
  /** What later runs of a container do is told by its restarts. */
  private static final int TOLD_RUNS = 2;

  /** They say again what milestones say, and often come when nobody listens any more. */
  private static final Set<String> ECHOES =
      Set.of("Scheduled", "Pulling", "Pulled", "Created", "Started", "Killing");

  /** Milestones tell of them too, and know how long the recording went on (Pod conditions). */
  private static final Set<String> TOLD_CONDITIONS =
      Set.of(
          "PodScheduled", "PodReadyToStartContainers", "Initialized", "ContainersReady", "Ready");

  private final History history;
  private final PodNames names;
  private final List<Milestone> milestones = new ArrayList<>();
  private final Map<String, String> roles = new TreeMap<>();
  private final Map<Count, Integer> counts = new HashMap<>();
  private final Set<String> fleeting = new TreeSet<>();
  private final Map<String, Integer> called = new HashMap<>();

  private CourseReader(History history) {
    this.history = history;
    this.names = new PodNames(history);
  }

  /**
   * The course that a history tells of.
   *
   * @param outcome how the scenario turned out
   */
  public static Course read(History history, String outcome) {
    return new CourseReader(history).read(outcome);
  }

  private Course read(String outcome) {
    history
        .actions()
        .forEach(action -> add(names.in(action.words()), "", action.interval(), "", 0));
    Timeline.of(history, List.of(), UnaryOperator.identity()).pods().stream()
        .filter(pod -> !pod.ours())
        .forEach(this::pod);
    milestones.removeIf(one -> Fleeting.isOf(fleeting, one.what()));
    milestones.sort(Comparator.comparing((Milestone one) -> point(one.interval())));
    var holes =
        history.all(Gap.class).map(gap -> gap.witness().inWords() + " was not heard: " + gap.why());
    var lost = history.lost().stream().map(one -> one.words());
    return new Course(
        outcome,
        milestones,
        roles,
        fleeting,
        counts,
        history.observations().stream()
            .map(Observation::arrival)
            .max(Instant::compareTo)
            .orElse(history.began()),
        java.util.stream.Stream.concat(holes, lost).toList());
  }

  private void pod(PodLanes pod) {
    var name = names.of(pod.pod());
    var probes = new Probes(history, pod.pod());
    fleeting.addAll(Fleeting.of(history, pod, name));
    for (var mark : pod.marks()) {
      if (mark.kind() == Mark.Kind.POD
          && Set.of("Succeeded", "Failed", "gone").contains(mark.words())) {
        add(name + " " + mark.words(), name, mark.interval(), "", 0);
      } else if (mark.words().startsWith("Ready is ")) {
        var ready = mark.words().startsWith("Ready is True");
        add(name + (ready ? " ready" : " not ready"), name, mark.interval(), "", probes.slowest());
      }
    }
    pod.lanes().forEach(lane -> container(pod.pod(), name, lane, probes));
    conditions(pod.pod(), name);
    history
        .all(EventSeen.class)
        .filter(event -> event.uid().equals(pod.pod().uid()) && !ECHOES.contains(event.reason()))
        .forEach(
            event -> {
              var subject = event.container().isEmpty() ? name : name + "/" + event.container();
              counts.merge(new Count(Count.Kind.EVENT, subject, event.reason()), 1, Integer::sum);
            });
  }

  private void container(PodIdentity pod, String podName, Lane lane, Probes probes) {
    var name = podName + "/" + lane.container();
    roles.put(name, lane.role().inWords());
    counts.put(new Count(Count.Kind.RESTARTS, name, ""), lane.status().restarts());
    history.runsOf(pod, lane.container()).stream()
        .limit(TOLD_RUNS)
        .forEach(
            run -> {
              run.started().ifPresent(at -> add(name + " started", podName, at.interval(), "", 0));
              run.exited()
                  .ifPresent(
                      at ->
                          add(
                              name + " exited",
                              podName,
                              at.interval(),
                              run.exit().map(Exit::inWords).orElse(""),
                              0));
            });
    if (lane.role() != ContainerRole.INIT) {
      first(lane, "ready", name + " ready", podName, probes.readiness(lane.container()));
    }
    if (lane.role() == ContainerRole.SIDECAR) {
      first(
          lane,
          "startup passed",
          name + " startup passed",
          podName,
          probes.startup(lane.container()));
    }
  }

  // The flag cannot have turned before the container started, whatever the API lets open.
  private void first(Lane lane, String words, String what, String pod, double jitter) {
    var since =
        lane.spans().stream()
            .filter(span -> span.stage() == Span.Stage.RUNNING)
            .findFirst()
            .map(span -> Interval.from(span.begins().earliest()))
            .orElse(Interval.UNKNOWN);
    lane.marks().stream()
        .filter(mark -> mark.kind() == Mark.Kind.PROBE && mark.words().equals(words))
        .findFirst()
        .map(Mark::interval)
        .ifPresent(at -> add(what, pod, at.intersect(since).orElse(at), "", jitter));
  }

  private void conditions(PodIdentity pod, String name) {
    history.versionsOf(pod).stream()
        .flatMap(version -> version.snapshot().conditions().stream())
        .filter(PodCondition::holds)
        .filter(one -> !TOLD_CONDITIONS.contains(one.type()))
        .forEach(one -> counts.put(new Count(Count.Kind.CONDITION, name, one.type()), 1));
  }

  private void add(String what, String pod, Interval interval, String how, double jitter) {
    var number = called.merge(what, 1, Integer::sum);
    var full = number == 1 ? what : what + " (" + number + ")";
    milestones.add(new Milestone(full, pod, interval, how, jitter));
  }

  private static Instant point(Interval interval) {
    return interval.latest().equals(Instant.MAX) ? interval.earliest() : interval.latest();
  }
}
