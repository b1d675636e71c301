package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.List;
import java.util.Optional;

/** A pod's status says something. */
public record PodIs(PodRef pod, PodFact fact) implements State {
  @Override
  public List<Span> spans(History history) {
    return State.spansOf(history, pod, new Test(fact));
  }

  @Override
  public Optional<PodRef> ofPod() {
    return Optional.of(pod);
  }

  @Override
  public String inWords() {
    return pod.inWords() + " " + fact.inWords();
  }

  @Override
  public Occurrence absence(History history) {
    return Seen.ofPod(
        history,
        pod,
        found ->
            Seen.notSo(
                history, found, history.latest(found).map(this::instead).orElse("it was not so")));
  }

  private String instead(PodSnapshot latest) {
    if (fact instanceof PodFact.NotReady) {
      return "it was ready";
    }
    return condition()
        .map(
            wanted ->
                latest
                    .condition(wanted)
                    .map(PodFact.Condition::told)
                    .orElse("the pod had no condition " + wanted))
        .orElse("the pod was " + latest.phase().name());
  }

  private Optional<String> condition() {
    return fact instanceof PodFact.Condition condition
        ? Optional.of(condition.type())
        : Optional.empty();
  }

  @Override
  public boolean needsRunningContainers() {
    return false;
  }

  /** The fact, with the API's stamp where it is a condition's. */
  private record Test(PodFact fact) implements StatusTest {
    @Override
    public boolean holds(PodSnapshot pod) {
      return fact.holds(pod);
    }

    @Override
    public Interval since(PodSnapshot pod) {
      if (fact instanceof PodFact.Condition condition) {
        return stamp(pod, condition.type());
      }
      return fact instanceof PodFact.NotReady ? stamp(pod, "Ready") : pod.written();
    }

    @Override
    public boolean isWritten() {
      return true;
    }

    private static Interval stamp(PodSnapshot pod, String type) {
      return pod.condition(type).map(PodCondition::since).orElse(Interval.UNKNOWN);
    }
  }
}
