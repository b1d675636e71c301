package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import java.util.List;
import java.util.Optional;

/** A state of several. */
record PodsAre(PodGroup group, State ofOne) implements State {
  @Override
  public List<Span> spans(History history) {
    return group.spans(history, ofOne::spans);
  }

  @Override
  public String inWords() {
    return group.inWords(ofOne.inWords());
  }

  @Override
  public Aspect aspect() {
    return ofOne.aspect();
  }

  @Override
  public Occurrence absence(History history) {
    return group.absence(history, ofOne);
  }

  @Override
  public Optional<PodRef> ofPod() {
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
}
