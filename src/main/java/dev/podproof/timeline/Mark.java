package dev.podproof.timeline;

import dev.podproof.lifecycle.Interval;

/**
 * Something that happened once.
 *
 * @param words as a reader is told, such as "ready" or "restart 2"
 * @param witness who tells of it, such as "API"
 */
public record Mark(Kind kind, Interval interval, String words, String witness) {
  /** What a mark tells of. */
  public enum Kind {
    /** A container's started or ready flag turned: what its probes came to. */
    PROBE,
    /** The kubelet's count of restarts grew. */
    RESTART,
    /** An Event object. */
    EVENT,
    /** A pod's phase or condition turned, or the pod is gone. */
    POD,
    /** The first or the last line of a run's log. */
    LOG,
    /** The harness did something. */
    ACTION,
    /** The harness brought a dependency into another state. */
    DEPENDENCY,
    /** A witness did not listen. */
    GAP
  }
}
