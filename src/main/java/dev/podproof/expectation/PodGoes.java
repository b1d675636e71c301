package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import java.util.Optional;

/** A pod is removed from the API. */
public record PodGoes(PodRef ref) implements Milestone {
  @Override
  public Occurrence in(History history, AsOf asOf) {
    return Seen.ofPod(
        history,
        ref,
        pod ->
            history
                .gone(pod)
                .<Occurrence>map(Occurrence.Happened::new)
                .orElseGet(() -> new Occurrence.NotYet("it was still there")));
  }

  @Override
  public String inWords() {
    return ref.inWords() + " is gone";
  }

  @Override
  public String inPast() {
    return ref.inWords() + " was gone";
  }

  @Override
  public Aspect aspect() {
    return Aspect.STATUS;
  }

  @Override
  public Optional<PodRef> pod() {
    return Optional.of(ref);
  }
}
