package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import java.util.List;
import java.util.Optional;

/** A milestone of several. */
record PodsReach(PodGroup group, Milestone ofOne, boolean ever) implements Milestone {
  private Milestone counted(AsOf asOf) {
    var state = group.are(new Reached(group.pods(), ofOne, asOf));
    return ever ? state.begins() : state.holds();
  }

  @Override
  public Occurrence in(History history, AsOf asOf) {
    return counted(asOf).in(history, asOf);
  }

  @Override
  public List<Moment> every(History history, AsOf asOf) {
    return counted(asOf).every(history, asOf);
  }

  @Override
  public String inWords() {
    return group.inWords(ofOne.inWords());
  }

  @Override
  public String inPast() {
    return group.inWords(ofOne.inPast());
  }

  @Override
  public Aspect aspect() {
    return ofOne.aspect();
  }

  @Override
  public Optional<PodRef> pod() {
    return Optional.of(group.pods());
  }

  @Override
  public Optional<PodGroup> ofGroup() {
    return Optional.of(group);
  }

  @Override
  public boolean needsRunningContainers() {
    return ofOne.needsRunningContainers();
  }

  /** From the moment on at which one pod has reached a milestone. */
  private record Reached(PodRef pod, Milestone milestone, AsOf asOf) implements State {
    @Override
    public List<Span> spans(History history) {
      return milestone.every(history, asOf).stream()
          .limit(1)
          .map(moment -> new Span(moment, Optional.empty()))
          .toList();
    }

    @Override
    public Optional<PodRef> ofPod() {
      return Optional.of(pod);
    }

    @Override
    public String inWords() {
      return milestone.inWords();
    }

    @Override
    public Occurrence absence(History history) {
      return milestone.in(history, asOf);
    }
  }
}
