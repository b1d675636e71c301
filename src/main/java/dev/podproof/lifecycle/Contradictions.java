package dev.podproof.lifecycle;

import dev.podproof.lifecycle.Observation.ObjectSeen;
import dev.podproof.lifecycle.Observation.PodGone;
import dev.podproof.lifecycle.Observation.PodSeen;
import dev.podproof.lifecycle.Observation.RuntimeStarted;
import dev.podproof.lifecycle.Observation.SandboxNamed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster must never show, found in a history: it says that the cluster, or the way in which
 * it was heard, cannot be trusted. Pure.
 *
 * <ul>
 *   <li>A pod that was gone is there again with the same UID (Kubernetes: object names and IDs).
 *   <li>A phase leaves Succeeded or Failed (Kubernetes: pod lifecycle, pod phase).
 *   <li>An init container runs again after it exited 0, in the same sandbox (Kubernetes: init
 *       containers, detailed behavior), where no rule of the pod restarts all containers
 *       (KEP-5532). Only the runtime tells of sandboxes; where it is not heard, nothing is said.
 * </ul>
 *
 * A restart count that falls is legal (Kubernetes API: ContainerStatus), and none.
 */
final class Contradictions {
  private static final String RESTARTS_ALL = "RestartAllContainers";

  private final History history;
  private final RelativeTime times;

  private Contradictions(History history) {
    this.history = history;
    this.times = new RelativeTime(history.began());
  }

  /** Each of them in words, in no particular order. */
  static List<String> in(History history) {
    var contradictions = new Contradictions(history);
    return Stream.concat(
            contradictions.ofVersions().stream(),
            history.pods().stream().flatMap(contradictions::ofInitContainers))
        .toList();
  }

  // In order of arrival: one watch shows versions in the order in which they were written.
  private List<String> ofVersions() {
    var found = new ArrayList<String>();
    var gone = new HashMap<String, PodGone>();
    var ended = new HashMap<String, PodSnapshot>();
    for (var observation : history.observations()) {
      if (observation instanceof PodGone one) {
        gone.put(one.pod().uid(), one);
      } else if (observation instanceof PodSeen seen) {
        var uid = seen.snapshot().pod().uid();
        Optional.ofNullable(gone.remove(uid)).ifPresent(one -> found.add(returned(one, seen)));
        var before = ended.get(uid);
        if (before != null && !before.phase().name().equals(seen.snapshot().phase().name())) {
          found.add(revived(before, seen));
        }
        if (seen.snapshot().phase().isTerminal()) {
          ended.put(uid, seen.snapshot());
        }
      }
    }
    return found;
  }

  private String returned(PodGone gone, PodSeen again) {
    return "pod "
        + gone.pod().name()
        + " was gone "
        + times.of(Interval.until(gone.arrival()))
        + " and there again "
        + times.of(Interval.until(again.arrival()))
        + " with the same UID "
        + gone.pod().uid();
  }

  private String revived(PodSnapshot before, PodSeen after) {
    return "the phase of pod "
        + before.pod().name()
        + " left "
        + before.phase().name()
        + " for "
        + after.snapshot().phase().name()
        + " "
        + times.of(Interval.until(after.arrival()));
  }

  private Stream<String> ofInitContainers(PodIdentity pod) {
    var sandboxes = sandboxesOf(pod);
    return sandboxes.isEmpty() ? Stream.empty() : ranAgain(pod, sandboxes);
  }

  private Stream<String> ranAgain(PodIdentity pod, List<Interval> sandboxes) {
    return history.latest(pod).stream()
        .flatMap(latest -> latest.containers().stream())
        .filter(container -> container.role() == ContainerRole.INIT)
        .flatMap(container -> again(pod, container.name(), sandboxes).stream())
        .filter(found -> !restartsAll(pod));
  }

  private Optional<String> again(PodIdentity pod, String container, List<Interval> sandboxes) {
    var runs =
        history.runsOf(pod, container).stream().filter(run -> run.started().isPresent()).toList();
    for (var i = 1; i < runs.size(); i++) {
      var before = runs.get(i - 1);
      var completed = before.exit().filter(exit -> exit.code() == 0).flatMap(e -> before.exited());
      var started = runs.get(i).started().orElseThrow();
      if (completed.isPresent() && inOneSandbox(completed.get(), started, sandboxes)) {
        return Optional.of(
            "init container "
                + container
                + " of pod "
                + pod.name()
                + " ran again "
                + times.of(started.interval())
                + " after it had exited 0 "
                + times.of(completed.get().interval())
                + ", in the same sandbox");
      }
    }
    return Optional.empty();
  }

  private boolean inOneSandbox(Moment completed, Moment started, List<Interval> sandboxes) {
    if (!completed.isBefore(started)) {
      return false;
    }
    var between = new Interval(completed.interval().earliest(), started.interval().latest());
    return history.gaps(Witness.RUNTIME, between).isEmpty()
        && sandboxes.stream().noneMatch(sandbox -> sandbox.intersect(between).isPresent());
  }

  /** When each sandbox of the pod started. */
  private List<Interval> sandboxesOf(PodIdentity pod) {
    var ids =
        history
            .all(SandboxNamed.class)
            .filter(named -> named.podUid().equals(pod.uid()))
            .map(SandboxNamed::containerId)
            .collect(Collectors.toSet());
    return ids.isEmpty()
        ? List.of()
        : history
            .all(RuntimeStarted.class)
            .filter(event -> ids.contains(event.containerId()))
            .map(RuntimeStarted::interval)
            .toList();
  }

  private boolean restartsAll(PodIdentity pod) {
    return history
        .all(ObjectSeen.class)
        .filter(seen -> seen.object().equals(new ObjectName("Pod", pod.name())))
        .anyMatch(seen -> mentions(seen.content().get("spec"), Set.of(RESTARTS_ALL)));
  }

  private static boolean mentions(@Nullable Object value, Set<String> words) {
    if (value instanceof Map<?, ?> map) {
      return mentions(map.values(), words);
    }
    return value instanceof Collection<?> all
        ? all.stream().anyMatch(one -> mentions(one, words))
        : value instanceof String text && words.contains(text);
  }
}
