package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import java.util.List;
import java.util.Optional;

/** An object of any kind is as demanded. */
public record ObjectIs(ObjectRef object, ObjectTest test) implements State {
  @Override
  public List<Span> spans(History history) {
    return Versions.spans(history, object, test::fits);
  }

  @Override
  public String inWords() {
    return object.inWords() + " " + test.inWords();
  }

  @Override
  public Occurrence absence(History history) {
    return object
        .ambiguity(history)
        .<Occurrence>map(Occurrence.Unclear::new)
        .orElseGet(() -> new Occurrence.NotYet(instead(history)));
  }

  private String instead(History history) {
    return object.latest(history).map(test::instead).orElse(object.inWords() + " was not there");
  }

  @Override
  public Optional<PodRef> ofPod() {
    return object.pod();
  }

  @Override
  public boolean needsRunningContainers() {
    return false;
  }
}
