package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Witness;

/** The scenario did something, told in the first words of that action; the last time counts. */
public record ActionDone(String words) implements Milestone {
  @Override
  public Occurrence in(History history, AsOf asOf) {
    return history.actions().stream()
        .filter(action -> action.words().startsWith(words))
        .reduce((earlier, later) -> later)
        .<Occurrence>map(
            action -> new Occurrence.Happened(Moment.seenBy(Witness.HARNESS, action.interval())))
        .orElseGet(() -> new Occurrence.NotYet("the scenario had not done it"));
  }

  @Override
  public String inWords() {
    return words;
  }

  @Override
  public String inPast() {
    return words;
  }

  @Override
  public Aspect aspect() {
    return Aspect.ACTIONS;
  }
}
