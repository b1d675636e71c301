package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodPhase;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pod's phase is the given one.
 *
 * <p>The constructor refuses a phase that Kubernetes does not have (IllegalArgumentException).
 */
public record PodInPhase(PodRef pod, String phase) implements State {
  private static final List<String> PHASES =
      List.of("Pending", "Running", "Succeeded", "Failed", "Unknown");
  private static final Set<String> AFTER_CONTAINERS = Set.of("Running", "Succeeded");

  public PodInPhase {
    if (!PHASES.contains(phase)) {
      throw new IllegalArgumentException(
          "a pod has no phase \"" + phase + "\"; its phases are " + String.join(", ", PHASES));
    }
  }

  @Override
  public List<Span> spans(History history) {
    return State.spansOf(history, pod, version -> version.phase().name().equals(phase));
  }

  @Override
  public Optional<PodRef> ofPod() {
    return Optional.of(pod);
  }

  @Override
  public String inWords() {
    return pod.inWords() + " is " + phase;
  }

  @Override
  public Occurrence absence(History history) {
    return Seen.ofPod(
        history,
        pod,
        found -> {
          var instead =
              "the pod was "
                  + history
                      .latest(found)
                      .map(PodSnapshot::phase)
                      .map(PodPhase::name)
                      .orElse("unseen");
          return Seen.ended(history, found)
              .<Occurrence>map(end -> new Occurrence.Impossible(end.words(), end.since()))
              .orElseGet(() -> new Occurrence.NotYet(instead));
        });
  }

  @Override
  public boolean needsRunningContainers() {
    return AFTER_CONTAINERS.contains(phase);
  }
}
