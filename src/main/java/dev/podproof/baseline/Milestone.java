package dev.podproof.baseline;

import dev.podproof.lifecycle.Interval;
import java.util.List;

/**
 * Something that happens once in a scenario, called alike in every run.
 *
 * @param what such as "web/app started", or "apply Pod web" where the harness did it
 * @param pod the pod that it is of; empty where the harness did it
 * @param how what more is to be said of it, such as "exited 137 (OOMKilled)"; empty where nothing
 * @param jitter seconds by which it comes earlier or later without any cause: the period of the
 *     probe that decides it
 */
public record Milestone(String what, String pod, Interval interval, String how, double jitter) {
  /** Whether the harness did it. */
  boolean isAction() {
    return pod.isEmpty();
  }

  /** Whether the harness did what the kubelet is not told of, but looks for now and then. */
  boolean isNoticedLate() {
    return isAction()
        && what.matches(
            "(?:apply (?:ConfigMap|Secret|PersistentVolume|PersistentVolumeClaim|ServiceAccount"
                + "|ResourceQuota|LimitRange)|fill volume|empty volume) .*");
  }

  /** By how many seconds it certainly lies before another; below zero where it may not. */
  double certainLead(Milestone other) {
    return Seconds.between(interval.latest(), other.interval.earliest());
  }

  /**
   * Whether it lies before another by what both are, whatever is known of their times: a container
   * starts before anything else becomes of it or its pod is ready; the harness does one thing after
   * the other.
   */
  boolean mustPrecede(Milestone other) {
    if (isAction()) {
      return other.isAction() && !interval.latest().isAfter(other.interval.earliest());
    }
    return what.equals(subject() + " started")
        && other.isOneOf(
            subject() + " ready",
            subject() + " startup passed",
            subject() + " exited",
            pod + " ready");
  }

  /**
   * Whether one may be the gate of the other: in one pod, by the harness, or a pod that is ready.
   */
  boolean mayPrecede(Milestone other) {
    return isAction() || other.isAction() || pod.equals(other.pod) || what.equals(pod + " ready");
  }

  private boolean isOneOf(String... names) {
    return List.of(names).contains(what);
  }

  /** The container that it is of, such as web/app; the pod where it is of none. */
  String subject() {
    return subject(what);
  }

  /** The container that a milestone of this name is of; the pod where it is of none. */
  static String subject(String what) {
    return what.replaceFirst(
        " (?:started|exited|ready|not ready|startup passed|gone|Succeeded|Failed)(?: \\(\\d+\\))?$",
        "");
  }
}
