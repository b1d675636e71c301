package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.List;
import java.util.Optional;

/** A pod's condition Ready is True: all its containers and readiness gates are. */
public record PodReady(PodRef pod) implements State {
  @Override
  public List<Span> spans(History history) {
    return State.spansOf(history, pod, new ReadyCondition());
  }

  @Override
  public Optional<PodRef> ofPod() {
    return Optional.of(pod);
  }

  @Override
  public String inWords() {
    return pod.inWords() + " is ready";
  }

  @Override
  public Occurrence absence(History history) {
    return Seen.ofPod(
        history,
        pod,
        found -> {
          var instead =
              history.latest(found).map(PodReady::inWordsOf).orElse("the pod was not ready");
          return Seen.ended(history, found)
              .<Occurrence>map(
                  end ->
                      new Occurrence.Impossible(
                          "it was not ready before " + end.words(), end.since()))
              .orElseGet(() -> new Occurrence.NotYet(instead));
        });
  }

  private static String inWordsOf(PodSnapshot latest) {
    var why = latest.condition("Ready").map(PodCondition::message).filter(m -> !m.isEmpty());
    return "the pod was "
        + latest.phase().name()
        + " and not ready"
        + why.map(message -> " (" + message + ")").orElse("");
  }

  @Override
  public boolean needsRunningContainers() {
    return true;
  }

  /** The condition Ready, with its own stamp. */
  private record ReadyCondition() implements StatusTest {
    @Override
    public boolean holds(PodSnapshot pod) {
      return pod.holds("Ready");
    }

    @Override
    public Interval since(PodSnapshot pod) {
      return pod.condition("Ready").map(PodCondition::since).orElse(Interval.UNKNOWN);
    }

    @Override
    public boolean isWritten() {
      return true;
    }
  }
}
