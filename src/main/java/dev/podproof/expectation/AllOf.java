package dev.podproof.expectation;

import dev.podproof.expectation.Verdict.CannotTell;
import dev.podproof.expectation.Verdict.Satisfied;
import dev.podproof.expectation.Verdict.StillOpen;
import dev.podproof.expectation.Verdict.Violated;
import dev.podproof.lifecycle.History;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several demands at once: violated by the first that is, undecided where one cannot be told.
 *
 * @param words the demand as it was put
 */
public record AllOf(String words, List<Expectation> parts) implements Expectation {
  public AllOf {
    parts = List.copyOf(parts);
  }

  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var verdicts = parts.stream().map(part -> part.evaluate(history, asOf)).toList();
    return first(verdicts, Violated.class)
        .or(() -> earliestOpen(verdicts))
        .or(() -> first(verdicts, CannotTell.class))
        .orElseGet(
            () ->
                new Satisfied(
                    verdicts.stream().map(Verdict::because).collect(Collectors.joining("; "))));
  }

  private static Optional<Verdict> first(List<Verdict> verdicts, Class<? extends Verdict> kind) {
    return verdicts.stream().filter(kind::isInstance).findFirst();
  }

  private static Optional<Verdict> earliestOpen(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(StillOpen.class::isInstance)
        .map(StillOpen.class::cast)
        .min(Comparator.comparing(StillOpen::decidedBy))
        .map(Verdict.class::cast);
  }

  @Override
  public String inWords() {
    return words;
  }

  @Override
  public Optional<PodRef> pod() {
    return parts.stream().map(Expectation::pod).flatMap(Optional::stream).findFirst();
  }
}
