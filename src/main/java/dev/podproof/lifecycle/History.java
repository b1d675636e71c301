package dev.podproof.lifecycle;

import dev.podproof.lifecycle.Observation.ActionTaken;
import dev.podproof.lifecycle.Observation.ClusterLost;
import dev.podproof.lifecycle.Observation.Gap;
import dev.podproof.lifecycle.Observation.HeardUpTo;
import dev.podproof.lifecycle.Observation.LogLine;
import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import dev.podproof.lifecycle.Observation.PodGone;
import dev.podproof.lifecycle.Observation.PodSeen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was seen in one scenario, from before its first action on.
 *
 * <p>Immutable and append-only; safe for any number of threads. What is asked of it depends on the
 * set of observations, not on the order in which they arrived, except where a method says so.
 *
 * @param began when recording began: before the first object was applied
 */
public record History(Instant began, Listening listening, List<Observation> observations) {
  /** The label that marks pods which the harness itself brings; they are not "the pod". */
  public static final String ROLE_LABEL = "podproof.dev/role";

  public History {
    observations = List.copyOf(observations);
  }

  /** A history in which nothing was seen yet. */
  public static History beginning(Instant began, Listening listening) {
    return new History(began, listening, List.of());
  }

  /** This history and one more observation. */
  public History plus(Observation observation) {
    var more = new ArrayList<>(observations);
    more.add(observation);
    return new History(began, listening, more);
  }

  /**
   * When something last came of a pod, a container or an object, or was done; lines of logs and
   * what witnesses say of themselves count for nothing. The beginning where nothing came.
   */
  public Instant lastNews() {
    for (int i = observations.size() - 1; i >= 0; i--) {
      var one = observations.get(i);
      if (!(one instanceof Observation.LogLine
          || one instanceof Observation.HeardUpTo
          || one instanceof Observation.Gap)) {
        return one.arrival();
      }
    }
    return began;
  }

  /** What had been heard by that instant. */
  public History heardBy(Instant instant) {
    return new History(
        began,
        listening,
        observations.stream().filter(one -> !one.arrival().isAfter(instant)).toList());
  }

  /** The history as it stood when it had so many observations. */
  public History first(int number) {
    return number >= observations.size()
        ? this
        : new History(began, listening, observations.subList(0, number));
  }

  /** This history without what the API showed of other pods. */
  public History only(PodIdentity pod) {
    return new History(
        began,
        listening,
        observations.stream()
            .filter(
                one ->
                    !(one instanceof PodSeen seen) || seen.snapshot().pod().uid().equals(pod.uid()))
            .filter(one -> !(one instanceof PodGone gone) || gone.pod().uid().equals(pod.uid()))
            .toList());
  }

  /** The observations of one kind, in order of arrival. */
  public <T extends Observation> Stream<T> all(Class<T> kind) {
    return observations.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The pods under test, each once, in the order in which they were first seen. */
  public List<PodIdentity> pods() {
    return all(PodSeen.class)
        .map(PodSeen::snapshot)
        .filter(pod -> !pod.labels().containsKey(ROLE_LABEL))
        .map(PodSnapshot::pod)
        .distinct()
        .toList();
  }

  /** The youngest pod of that name, one that the harness brought included. */
  public Optional<PodIdentity> podNamed(String name) {
    return all(PodSeen.class)
        .map(seen -> seen.snapshot().pod())
        .filter(pod -> pod.name().equals(name))
        .reduce((earlier, later) -> later);
  }

  /** Every version of that pod, in order of arrival. */
  public List<PodSeen> versionsOf(PodIdentity pod) {
    return all(PodSeen.class)
        .filter(seen -> seen.snapshot().pod().uid().equals(pod.uid()))
        .toList();
  }

  /** The newest version of that pod; empty where none was seen. */
  public Optional<PodSnapshot> latest(PodIdentity pod) {
    return versionsOf(pod).stream().reduce((earlier, later) -> later).map(PodSeen::snapshot);
  }

  /** When that pod was gone from the API, after its last version; empty while it is there. */
  public Optional<Moment> gone(PodIdentity pod) {
    return all(PodGone.class)
        .filter(gone -> gone.pod().uid().equals(pod.uid()))
        .findFirst()
        .map(
            gone ->
                gone(pod, new Sighting(Witness.ARRIVAL, heardAt(gone.arrival())))
                    .writtenAs(Revisions.ofEnd(this, "Pod", pod.uid())));
  }

  private Moment gone(PodIdentity pod, Sighting arrival) {
    return latest(pod)
        .map(PodSnapshot::written)
        .filter(written -> !written.equals(Interval.UNKNOWN))
        .map(written -> new Sighting(Witness.API, Interval.from(written.earliest())))
        .map(last -> Moment.of(List.of(last, arrival)))
        .orElseGet(() -> Moment.of(List.of(arrival)));
  }

  /** The runs of one container, in the order in which they started. */
  public List<ContainerRun> runsOf(PodIdentity pod, String container) {
    return ContainerRuns.of(this, pod, container);
  }

  /** The lines of all runs of one container in the order in which the runtime read them. */
  public List<LogLine> linesOf(PodIdentity pod, String container) {
    var ids = runsOf(pod, container).stream().map(ContainerRun::containerId).toList();
    return all(LogLine.class).filter(line -> ids.contains(line.containerId())).toList();
  }

  /** What the harness did, in order. */
  public List<ActionTaken> actions() {
    return all(ActionTaken.class).toList();
  }

  /** The newest version of each object that still exists. */
  public Map<ObjectName, Map<String, Object>> objects() {
    var present = new LinkedHashMap<ObjectName, Map<String, Object>>();
    for (var observation : observations) {
      if (observation instanceof ObjectSeen seen) {
        present.put(seen.object(), seen.content());
      } else if (observation instanceof ObjectGone gone) {
        present.remove(gone.object());
      }
    }
    return present;
  }

  /** The holes in what a witness heard that touch the window. */
  public List<Gap> gaps(Witness witness, Interval window) {
    return all(Gap.class)
        .filter(gap -> gap.witness() == witness)
        .filter(gap -> gap.interval().intersect(window).isPresent())
        .toList();
  }

  /**
   * When that of which news arrived can have happened: after the API had confirmed that it had
   * shown everything, less the time in which a change may not show yet. Where the watch had a hole
   * before, the news bound it from above alone.
   */
  public Interval heardAt(Instant arrival) {
    var confirmed =
        all(HeardUpTo.class)
            .filter(heard -> heard.witness() == Witness.ARRIVAL)
            .filter(heard -> heard.arrival().isBefore(arrival))
            .map(heard -> heard.upTo().minus(listening.reportingDelay()))
            .max(Instant::compareTo);
    return confirmed
        .filter(bound -> gaps(Witness.ARRIVAL, Interval.until(arrival)).isEmpty())
        .map(bound -> new Interval(bound, arrival))
        .orElseGet(() -> Interval.until(arrival));
  }

  /** That the cluster is no more; empty while it is there. */
  public Optional<ClusterLost> lost() {
    return all(ClusterLost.class).findFirst();
  }

  /** Ways in which the cluster contradicted itself, in words; empty where it did not. */
  public List<String> contradictions() {
    return Contradictions.in(this);
  }

  /**
   * Up to when everything that the witness can say has been heard; the beginning where nothing was.
   */
  public Instant heardUpTo(Witness witness) {
    return all(HeardUpTo.class)
        .filter(heard -> heard.witness() == witness)
        .map(HeardUpTo::upTo)
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
