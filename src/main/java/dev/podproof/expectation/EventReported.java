package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.Observation.EventSeen;
import dev.podproof.lifecycle.Witness;
import java.util.List;
import java.util.Optional;

/**
 * An Event object tells of something; events are best effort (Kubernetes API: Event), so one that
 * is missing proves little.
 *
 * @param container empty for any, or where the event is about the object as a whole
 * @param saying a part of its message; empty for any
 */
public record EventReported(
    String reason, ObjectRef object, Optional<String> container, Optional<TextMatch> saying)
    implements Milestone {
  @Override
  public List<Moment> every(History history, AsOf asOf) {
    var meant = object.in(history);
    return history
        .all(EventSeen.class)
        .filter(event -> event.reason().equals(reason) && meant.is(event))
        .filter(event -> container.map(event.container()::equals).orElse(true))
        .filter(event -> saying.map(text -> text.matches(event.message())).orElse(true))
        .map(event -> Moment.seenBy(Witness.ARRIVAL, history.heardAt(event.arrival())))
        .toList();
  }

  @Override
  public Occurrence in(History history, AsOf asOf) {
    return every(history, asOf).stream()
        .findFirst()
        .<Occurrence>map(Occurrence.Happened::new)
        .orElseGet(() -> new Occurrence.NotYet("there was no such event" + others(history)));
  }

  private String others(History history) {
    var reasons = history.all(EventSeen.class).map(EventSeen::reason).distinct().sorted().toList();
    return reasons.isEmpty() ? "" : "; those that there were: " + String.join(", ", reasons);
  }

  @Override
  public String inWords() {
    return told("is");
  }

  @Override
  public String inPast() {
    return told("was");
  }

  private String told(String verb) {
    return "event "
        + reason
        + " "
        + verb
        + " reported for "
        + container.map(name -> "container " + name + " of ").orElse("")
        + object.inWords()
        + saying.map(TextMatch::said).orElse("");
  }

  @Override
  public Aspect aspect() {
    return Aspect.STATUS;
  }

  @Override
  public Optional<PodRef> pod() {
    return object.pod();
  }
}
