package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pauses between the runs of a container, from an exit to the next start, grow certainly. The
 * very first restart may follow at once and does not count (Kubernetes: pod lifecycle, container
 * restarts).
 *
 * @param first what the first pause that counts must be at least
 */
public record PausesGrow(ContainerRef container, Duration first) implements Expectation {
  @Override
  public Verdict evaluate(History history, AsOf asOf) {
    if (!(container.pod().in(history) instanceof PodRef.Found.One one)) {
      return new Verdict.Violated(container.pod().inWords() + " was not there");
    }
    var pauses = pauses(history.runsOf(one.pod(), container.name()));
    var words =
        pauses.isEmpty()
            ? "there was no pause yet"
            : "they were " + pauses.stream().map(Pause::inWords).collect(Collectors.joining(", "));
    var counted = pauses.size() > 2 ? pauses.subList(pauses.size() - 2, pauses.size()) : pauses;
    if (counted.size() < 2) {
      return new Verdict.Violated(words + "; it takes three runs to compare them");
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

  private static List<Pause> pauses(List<ContainerRun> runs) {
    var pauses = new ArrayList<Pause>();
    for (var i = 1; i < runs.size(); i++) {
      var exit = runs.get(i - 1).exited();
      var start = runs.get(i).started();
      if (exit.isPresent() && start.isPresent()) {
        pauses.add(
            new Pause(
                Duration.between(exit.get().interval().latest(), start.get().interval().earliest()),
                Duration.between(
                    exit.get().interval().earliest(), start.get().interval().latest())));
      }
    }
    return pauses;
  }

  /** A pause, no shorter and no longer than this. */
  private record Pause(Duration least, Duration most) {
    String inWords() {
      var low = RelativeTime.seconds(least);
      var high = RelativeTime.seconds(most);
      return low.equals(high) ? low : low + " to " + high;
    }
  }

  @Override
  public String inWords() {
    return "the pauses between the runs of "
        + container.inWords()
        + " grow"
        + (first.isZero() ? "" : ", the first at least " + RelativeTime.seconds(first));
  }

  @Override
  public Optional<ContainerRef> about() {
    return Optional.of(container);
  }
}
