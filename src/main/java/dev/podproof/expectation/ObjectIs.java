package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.ObjectGone;
import dev.podproof.lifecycle.Observation.ObjectSeen;
import dev.podproof.lifecycle.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object of any kind is as demanded. */
public record ObjectIs(ObjectRef object, ObjectTest test) implements State {
  @Override
  public List<Span> spans(History history) {
    var spans = new ArrayList<Span>();
    var meant = object.in(history);
    Optional<Moment> since = Optional.empty();
    for (var observation : history.observations()) {
      if (observation instanceof ObjectSeen seen && meant.is(seen)) {
        var holds = test.fits(seen.content());
        if (holds != since.isPresent()) {
          var turned = Moment.seenBy(Witness.ARRIVAL, Interval.until(seen.arrival()));
          since.ifPresent(from -> spans.add(new Span(from, Optional.of(turned))));
          since = holds ? Optional.of(turned) : Optional.empty();
        }
      } else if (observation instanceof ObjectGone gone
          && since.isPresent()
          && meant.name().test(gone.object())) {
        var end = Moment.seenBy(Witness.ARRIVAL, Interval.until(gone.arrival()));
        spans.add(new Span(since.get(), Optional.of(end)));
        since = Optional.empty();
      }
    }
    since.ifPresent(from -> spans.add(new Span(from, Optional.empty())));
    return spans;
  }

  @Override
  public String inWords() {
    return object.inWords() + " " + test.inWords();
  }

  @Override
  public Occurrence absence(History history) {
    return new Occurrence.NotYet(
        object.latest(history).map(test::instead).orElse(object.inWords() + " was not there"));
  }

  @Override
  public PodRef pod() {
    return object.pod().orElseGet(PodRef::only);
  }

  @Override
  public boolean needsRunningContainers() {
    return false;
  }
}
