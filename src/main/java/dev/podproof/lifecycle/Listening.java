package dev.podproof.lifecycle;

import java.time.Duration;

/**
 * How a history listens: which witnesses it has, and how late their news may come.
 *
 * @param runtime whether the container runtime's events are heard
 * @param reportingDelay how long after a change the API may still not show it: the kubelet looks at
 *     its containers once a second and writes statuses at up to ten in a second (k8s.io/kubernetes,
 *     pkg/kubelet: plegRelistPeriod, status manager)
 */
public record Listening(boolean runtime, Duration reportingDelay) {
  /** Everything that a cluster can offer, with the usual delay. */
  public static final Listening WITH_RUNTIME = new Listening(true, Duration.ofSeconds(3));

  /** The API alone, with the usual delay. */
  public static final Listening API_ALONE = new Listening(false, Duration.ofSeconds(3));
}
