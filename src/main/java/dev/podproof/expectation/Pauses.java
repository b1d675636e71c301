package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pauses between things that happen again and again. */
public sealed interface Pauses {
  /** A pause, no shorter and no longer than this. */
  record Pause(Duration least, Duration most) {
    static Pause between(Moment from, Moment to) {
      var begin = from.interval();
      var end = to.interval();
      return new Pause(
          Duration.between(begin.latest(), end.earliest()),
          Duration.between(begin.earliest(), end.latest()));
    }

    String inWords() {
      var low = RelativeTime.seconds(least);
      var high = RelativeTime.seconds(most);
      return low.equals(high) ? low : low + " to " + high;
    }
  }

  /** All that had been seen when it was asked, in order; empty where nothing happened twice. */
  List<Pause> in(History history, AsOf asOf);

  /** How many of what it takes for two pauses, such as: three runs. */
  String fewest();

  /** Such as: the runs of container app. */
  String inWords();

  /** The container that they are about; empty where they are about none. */
  Optional<ContainerRef> about();

  /** From an exit of a container to its next start. */
  record OfRuns(ContainerRef container) implements Pauses {
    @Override
    public List<Pause> in(History history, AsOf asOf) {
      if (!(container.pod().in(history) instanceof PodRef.Found.One one)) {
        return List.of();
      }
      var runs = history.runsOf(one.pod(), container.name());
      var pauses = new ArrayList<Pause>();
      for (var i = 1; i < runs.size(); i++) {
        var exit = runs.get(i - 1).exited();
        var start = runs.get(i).started();
        if (exit.isPresent() && start.filter(asOf::hadSeen).isPresent()) {
          pauses.add(Pause.between(exit.get(), start.get()));
        }
      }
      return pauses;
    }

    @Override
    public String fewest() {
      return "three runs";
    }

    @Override
    public String inWords() {
      return "the runs of " + container.inWords();
    }

    @Override
    public Optional<ContainerRef> about() {
      return Optional.of(container);
    }
  }

  /** From one time at which a milestone is reached to the next. */
  record OfTimes(Milestone milestone) implements Pauses {
    @Override
    public List<Pause> in(History history, AsOf asOf) {
      var times =
          milestone.every(history, asOf).stream()
              .filter(time -> isBounded(time.interval()) && asOf.hadSeen(time))
              .toList();
      var pauses = new ArrayList<Pause>();
      for (var i = 1; i < times.size(); i++) {
        pauses.add(Pause.between(times.get(i - 1), times.get(i)));
      }
      return pauses;
    }

    // How long ago something was of which only the arrival is known cannot be said.
    private static boolean isBounded(Interval interval) {
      return interval.width().compareTo(Duration.ofDays(1)) < 0;
    }

    @Override
    public String fewest() {
      return "three times";
    }

    @Override
    public String inWords() {
      return "the times " + milestone.inWords();
    }

    @Override
    public Optional<ContainerRef> about() {
      return milestone.about();
    }
  }
}
