package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import java.util.Optional;

/**
 * A container has started a number of times, from the beginning of the recording to the question.
 */
public record StartsExactly(ContainerRef container, int times) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var judgement = new Judgement(history, asOf, Aspect.RUNS);
    if (!(container.pod().in(history) instanceof PodRef.Found.One one)) {
      return new Verdict.Violated(container.pod().inWords() + " was not there");
    }
    var starts =
        history.runsOf(one.pod(), container.name()).stream()
            .map(ContainerRun::started)
            .flatMap(Optional::stream)
            .filter(start -> !start.interval().earliest().isAfter(asOf.asked()))
            .count();
    var words = "it has started " + starts + (starts == 1 ? " time" : " times");
    if (starts > times) {
      return new Verdict.Violated(words);
    }
    return judgement.atEndOf(
        new Interval(history.began(), asOf.asked()),
        starts == times ? new Verdict.Satisfied(words) : new Verdict.Violated(words),
        words);
  }

  @Override
  public String inWords() {
    return container.inWords()
        + " has started exactly "
        + times
        + (times == 1 ? " time" : " times");
  }

  @Override
  public Optional<ContainerRef> about() {
    return Optional.of(container);
  }
}
