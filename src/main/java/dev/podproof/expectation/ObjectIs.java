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
    return object.notYet(history, test::instead);
  }

  @Override
  public Optional<PodRef> ofPod() {
    return object.pod();
  }

  @Override
  public boolean wasOver(History history, AsOf asOf) {
    return Versions.of(history, object).stream()
        .reduce((earlier, later) -> later)
        .filter(last -> last.now().isEmpty() && asOf.hadSeen(last.moment()))
        .isPresent();
  }
}
