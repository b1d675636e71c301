package dev.podproof.lifecycle;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that was heard, and when it reached the harness.
 *
 * <p>All instants are of the harness's clock: the recorder translates the node's before it appends.
 */
public sealed interface Observation {
  /** When the harness heard of it. */
  Instant arrival();

  /** A version of a pod. */
  record PodSeen(Instant arrival, PodSnapshot snapshot) implements Observation {}

  /** A pod is no longer in the API. */
  record PodGone(Instant arrival, PodIdentity pod) implements Observation {}

  /** The runtime made a container: from here on its ID has a name. */
  record ContainerNamed(Instant arrival, String containerId, String podUid, String container)
      implements Observation {}

  /** The runtime made a sandbox for a pod: from here on its ID has a name. */
  record SandboxNamed(Instant arrival, String containerId, String podUid) implements Observation {}

  /** The runtime started the main process of a container or a sandbox. */
  record RuntimeStarted(Instant arrival, String containerId, Interval interval)
      implements Observation {}

  /** A container's main process ended, says the runtime. */
  record RuntimeExited(Instant arrival, String containerId, Interval interval, int exitCode)
      implements Observation {}

  /** A line of a container's log, stamped when the runtime read it. */
  record LogLine(Instant arrival, String containerId, Instant stamp, String text)
      implements Observation {}

  /**
   * An Event object of the API that speaks of an object of the scenario.
   *
   * @param uid of that object; empty where the event does not tell
   * @param container the container that it speaks of; empty where of none
   */
  record EventSeen(
      Instant arrival,
      ObjectName about,
      String uid,
      String container,
      String reason,
      String message)
      implements Observation {}

  /**
   * A version of an object, a pod's as well.
   *
   * @param content JSON as maps, lists, strings, numbers and booleans; values of Secrets left out
   */
  record ObjectSeen(Instant arrival, ObjectName object, Map<String, Object> content)
      implements Observation {
    public ObjectSeen {
      // In the order in which it was given: words that quote it are the same whenever it is read.
      content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }
  }

  /** An object is no longer in the API. */
  record ObjectGone(Instant arrival, ObjectName object) implements Observation {}

  /**
   * The harness did something on the scenario's behalf.
   *
   * @param words as a moment of the scenario, such as "my-database opens port 5432"
   * @param interval from before the request to after its answer
   */
  record ActionTaken(String words, Interval interval) implements Observation {
    @Override
    public Instant arrival() {
      return interval.latest();
    }
  }

  /** A witness did not listen for a while: what happened in that time may be missing. */
  record Gap(Instant arrival, Witness witness, Interval interval, String why)
      implements Observation {}

  /** Everything that this witness can say of the time up to {@code upTo} has been heard. */
  record HeardUpTo(Instant arrival, Witness witness, Instant upTo) implements Observation {}

  /** The cluster is no more: nothing can be heard of it, nor done to it. */
  record ClusterLost(Instant arrival, String words) implements Observation {}
}
