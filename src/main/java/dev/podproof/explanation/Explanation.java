package dev.podproof.explanation;

import dev.podproof.expectation.AsOf;
import dev.podproof.expectation.ContainerRef;
import dev.podproof.expectation.Expectation;
import dev.podproof.expectation.PodRef;
import dev.podproof.expectation.Verdict;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import java.util.List;
import java.util.Optional;

/** Explains why a demand was not met. Pure. */
public final class Explanation {
  private Explanation() {}

  /** The explanation of a verdict that is not satisfied. */
  public static Failure of(History history, AsOf asOf, Expectation expectation, Verdict verdict) {
    var pod = podOf(history, expectation);
    var blocked = pod.map(p -> new Blocking(history, p, asOf.now()).chain()).orElse(List.of());
    return new Failure(
        expectation.inWords(),
        (verdict instanceof Verdict.CannotTell ? "it cannot be told: " : "") + verdict.because(),
        blocked.stream().map(Cause::inWords).toList(),
        pod.map(p -> new Timeline(history, p).inWords(asOf.now())).orElse(List.of()),
        blocked.stream().map(Cause::next).filter(next -> !next.isEmpty()).limit(2).toList());
  }

  private static Optional<PodIdentity> podOf(History history, Expectation expectation) {
    var ref = expectation.about().map(ContainerRef::pod).orElseGet(PodRef::only);
    if (ref.in(history) instanceof PodRef.Found.One one) {
      return Optional.of(one.pod());
    }
    return history.pods().stream().reduce((earlier, later) -> later);
  }
}
