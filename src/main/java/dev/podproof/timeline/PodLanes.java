package dev.podproof.timeline;

import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodPhase;
import java.util.List;

/**
 * One pod.
 *
 * @param ours whether the harness brought it, as the far end of a dependency
 * @param lanes its containers in the order in which the kubelet starts them
 */
public record PodLanes(
    PodIdentity pod, boolean ours, PodPhase phase, List<Mark> marks, List<Lane> lanes) {
  public PodLanes {
    marks = List.copyOf(marks);
    lanes = List.copyOf(lanes);
  }
}
