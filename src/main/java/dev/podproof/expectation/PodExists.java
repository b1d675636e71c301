package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Witness;
import java.util.Optional;

/** A pod is seen for the first time. */
public record PodExists(PodRef ref) implements Milestone {
  @Override
  public Occurrence in(History history, AsOf asOf) {
    return Seen.ofPod(
        history,
        ref,
        pod ->
            history.versionsOf(pod).stream()
                .findFirst()
                .<Occurrence>map(
                    seen ->
                        new Occurrence.Happened(
                            Moment.seenBy(Witness.ARRIVAL, history.heardAt(seen.arrival()))))
                .orElseGet(() -> new Occurrence.NotYet(ref.inWords() + " was not there")));
  }

  @Override
  public String inWords() {
    return ref.inWords() + " exists";
  }

  @Override
  public String inPast() {
    return ref.inWords() + " was seen";
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
