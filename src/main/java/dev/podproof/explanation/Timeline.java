package dev.podproof.explanation;

import dev.podproof.lifecycle.ContainerRun;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.RelativeTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened to one pod, or instead of one, as a line of moments. */
final class Timeline {
  private static final int MOST = 8;

  private final History history;
  private final Optional<PodIdentity> pod;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Instant at, String words) {}

  /** Empty where no pod was made: then what the events say of that counts. */
  Timeline(History history, Optional<PodIdentity> pod) {
    this.history = history;
    this.pod = pod;
  }

  List<String> inWords(Instant now) {
    var times = new RelativeTime(history.began());
    history.actions().forEach(action -> add(action.interval(), action.words()));
    pod.ifPresentOrElse(this::addPod, this::addRefusal);
    entries.sort(Comparator.comparing(Entry::at));
    var words =
        new ArrayList<>(entries.stream().map(e -> times.of(e.at()) + " " + e.words()).toList());
    if (words.size() > MOST) {
      var left = words.size() - MOST;
      words.subList(MOST / 2, MOST / 2 + left).clear();
      words.add(MOST / 2, "... " + left + " more ...");
    }
    words.add(times.of(now) + " judged");
    return words;
  }

  private void addPod(PodIdentity one) {
    history
        .latest(one)
        .ifPresent(
            latest -> latest.containers().forEach(container -> addContainer(one, container)));
    history.gone(one).ifPresent(gone -> add(gone.interval(), "pod gone"));
  }

  private void addRefusal() {
    history
        .all(EventSeen.class)
        .filter(event -> event.reason().equals(NoPod.REFUSED))
        .findFirst()
        .ifPresent(event -> add(Interval.until(event.arrival()), "pod refused"));
  }

  private void addContainer(PodIdentity one, ContainerSnapshot container) {
    for (ContainerRun run : history.runsOf(one, container.name())) {
      run.started().ifPresent(started -> add(started, container.name() + " started"));
      run.exited()
          .ifPresent(
              exited ->
                  add(
                      exited,
                      container.name() + " " + run.exit().map(e -> e.inWords()).orElse("exited")));
    }
  }

  private void add(Moment moment, String words) {
    add(moment.interval(), words);
  }

  private void add(Interval interval, String words) {
    entries.add(new Entry(interval.latest(), words));
  }
}
