package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A field of an object has another value than in the version before. */
public record FieldTurns(ObjectRef object, FieldPath path, Turn turn) implements Milestone {
  /** Which way it turns; numbers grow and fall, and so do Kubernetes' quantities and times. */
  public enum Turn {
    CHANGES("changes", "changed") {
      @Override
      boolean is(Object before, Optional<Object> now) {
        return !now.map(String::valueOf).equals(Optional.of(String.valueOf(before)));
      }
    },
    GROWS("grows", "grew") {
      @Override
      boolean is(Object before, Optional<Object> now) {
        return Quantity.compare(before, now).filter(order -> order < 0).isPresent();
      }
    },
    FALLS("falls", "fell") {
      @Override
      boolean is(Object before, Optional<Object> now) {
        return Quantity.compare(before, now).filter(order -> order > 0).isPresent();
      }
    };

    private final String present;
    private final String past;

    Turn(String present, String past) {
      this.present = present;
      this.past = past;
    }

    abstract boolean is(Object before, Optional<Object> now);

    /** Such as "grows". */
    public String inWords() {
      return present;
    }
  }

  @Override
  public Occurrence in(History history, AsOf asOf) {
    return every(history, asOf).stream()
        .findFirst()
        .<Occurrence>map(Occurrence.Happened::new)
        .orElseGet(() -> object.notYet(history, this::instead));
  }

  private String instead(Map<String, Object> latest) {
    return path.in(latest)
        .map(value -> "it was \"" + value + "\" all the time")
        .orElse("field " + path + " was absent");
  }

  @Override
  public List<Moment> every(History history, AsOf asOf) {
    return Versions.of(history, object).stream()
        .filter(step -> step.now().isPresent())
        .filter(
            step ->
                step.before()
                    .flatMap(path::in)
                    .filter(before -> turn.is(before, step.now().flatMap(path::in)))
                    .isPresent())
        .map(Versions.Step::moment)
        .toList();
  }

  @Override
  public String inWords() {
    return "field " + path + " of " + object.inWords() + " " + turn.present;
  }

  @Override
  public String inPast() {
    return "field " + path + " of " + object.inWords() + " " + turn.past;
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
