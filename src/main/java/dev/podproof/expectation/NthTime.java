package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import java.util.List;
import java.util.Optional;

/**
 * A milestone is reached for the n-th time.
 *
 * @param nth 2 or more
 */
public record NthTime(Milestone milestone, int nth) implements Milestone {
  @Override
  public Occurrence in(History history, AsOf asOf) {
    var all = milestone.every(history, asOf);
    if (all.size() >= nth) {
      return new Occurrence.Happened(all.get(nth - 1));
    }
    var first = milestone.in(history, asOf);
    return first instanceof Occurrence.Happened
        ? new Occurrence.NotYet(
            "that was so " + all.size() + (all.size() == 1 ? " time" : " times"))
        : first;
  }

  @Override
  public List<Moment> every(History history, AsOf asOf) {
    return milestone.every(history, asOf).stream().skip(nth - 1L).toList();
  }

  @Override
  public String inWords() {
    return milestone.inWords() + " (time " + nth + ")";
  }

  @Override
  public String inPast() {
    return milestone.inPast() + " (time " + nth + ")";
  }

  @Override
  public Aspect aspect() {
    return milestone.aspect();
  }

  @Override
  public Optional<ContainerRef> about() {
    return milestone.about();
  }

  @Override
  public Optional<PodRef> pod() {
    return milestone.pod();
  }

  @Override
  public Optional<PodGroup> ofGroup() {
    return milestone.ofGroup();
  }

  @Override
  public boolean needsRunningContainers() {
    return milestone.needsRunningContainers();
  }
}
