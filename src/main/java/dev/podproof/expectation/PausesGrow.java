package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pauses between things that happen again and again grow certainly. The very first restart of a
 * container may follow at once and does not count (Kubernetes: pod lifecycle, container restarts):
 * the last two are compared.
 *
 * @param first what the first pause that counts must be at least
 */
public record PausesGrow(Pauses pauses, Duration first) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    var pod = pauses.about().map(ContainerRef::pod);
    var found = pod.map(ref -> ref.in(history));
    if (found.isPresent() && found.get() instanceof PodRef.Found.Several several) {
      return new Verdict.CannotTell(several.because());
    }
    if (found.isPresent() && found.get() instanceof PodRef.Found.NoneYet) {
      return new Verdict.Violated(pod.get().inWords() + " was not there");
    }
    var all = pauses.in(history, asOf);
    var words =
        all.isEmpty()
            ? "there was no pause yet"
            : "they were "
                + all.stream().map(Pauses.Pause::inWords).collect(Collectors.joining(", "));
    var counted = all.size() > 2 ? all.subList(all.size() - 2, all.size()) : all;
    if (counted.size() < 2) {
      return new Verdict.Violated(words + "; it takes " + pauses.fewest() + " to compare them");
    }
    var before = counted.get(0);
    var after = counted.get(1);
    if (after.least().compareTo(before.most()) > 0 && before.least().compareTo(first) >= 0) {
      return new Verdict.Satisfied(words);
    }
    return after.most().compareTo(before.least()) <= 0 || before.most().compareTo(first) < 0
        ? new Verdict.Violated(words)
        : new Verdict.CannotTell(words + "; the moments are not known well enough");
  }

  @Override
  public String inWords() {
    return "the pauses between "
        + pauses.inWords()
        + " grow"
        + (first.isZero() ? "" : ", the first at least " + RelativeTime.seconds(first));
  }

  @Override
  public Optional<PodRef> pod() {
    return pauses.about().map(ContainerRef::pod);
  }
}
