package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import java.time.Duration;
import java.util.Optional;

/**
 * Each of several pods meets a demand by itself, those that are gone included; there must be one at
 * least.
 *
 * @param ofOne said of the one pod of a history, judged without what is known of the others
 * @param budget how long the first pod may take to be there
 */
public record OfEach(PodRef pods, Expectation ofOne, Duration budget) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var all = pods.all(history);
    return all.isEmpty()
        ? new Eventually(new PodExists(pods), budget).evaluate(history, asOf)
        : new AllOf(inWords(), all.stream().<Expectation>map(pod -> new OfOne(pod, ofOne)).toList())
            .evaluate(history, asOf);
  }

  @Override
  public String inWords() {
    return pods.inWords().replaceFirst("^the pod", "in each pod") + ": " + ofOne.inWords();
  }

  @Override
  public Optional<PodRef> pod() {
    return Optional.of(pods);
  }

  /** One of them, whose name goes before what is said. */
  private record OfOne(PodIdentity one, Expectation demand) implements Expectation {
    @Override
    public Verdict evaluate(History history, AsOf asOf) {
      var verdict = demand.evaluate(history.only(one), asOf);
      var because = one.name() + ": " + verdict.because();
      if (verdict instanceof StillOpen open) {
        return new StillOpen(open.decidedBy(), open.hearUpTo(), because);
      }
      return verdict instanceof Satisfied
          ? new Satisfied(because)
          : verdict instanceof Violated ? new Violated(because) : new CannotTell(because);
    }

    @Override
    public String inWords() {
      return demand.inWords();
    }
  }
}
