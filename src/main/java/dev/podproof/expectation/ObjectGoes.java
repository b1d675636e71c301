package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import java.util.List;

/** An object that was there is removed from the API. */
public record ObjectGoes(ObjectRef object) implements Milestone {
  @Override
  public Occurrence in(History history, AsOf asOf) {
    return every(history, asOf).stream()
        .findFirst()
        .<Occurrence>map(Occurrence.Happened::new)
        .orElseGet(() -> object.notYet(history, latest -> "it was still there"));
  }

  @Override
  public List<Moment> every(History history, AsOf asOf) {
    return Versions.of(history, object).stream()
        .filter(step -> step.now().isEmpty())
        .map(Versions.Step::moment)
        .toList();
  }

  @Override
  public String inWords() {
    return object.inWords() + " is gone";
  }

  @Override
  public String inPast() {
    return object.inWords() + " was gone";
  }

  @Override
  public Aspect aspect() {
    return Aspect.STATUS;
  }
}
