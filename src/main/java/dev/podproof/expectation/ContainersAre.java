package dev.podproof.expectation;

import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statuses of several containers of a pod say several things, all in one version of the pod.
 */
public record ContainersAre(PodRef pod, List<Row> rows) implements State {
  public ContainersAre {
    rows = List.copyOf(rows);
  }

  /** What one container's status must say. */
  public record Row(String container, List<ContainerFact> facts) {
    public Row {
      facts = List.copyOf(facts);
    }

    boolean holds(PodSnapshot pod) {
      return pod.container(container).filter(this::holds).isPresent();
    }

    private boolean holds(ContainerSnapshot seen) {
      return facts.stream().allMatch(fact -> fact.holds(seen));
    }

    private String inWords() {
      return container
          + " "
          + facts.stream().map(ContainerFact::inWords).collect(Collectors.joining(" and "));
    }
  }

  @Override
  public List<Span> spans(History history) {
    return State.spansOf(
        history, pod, version -> rows.stream().allMatch(row -> row.holds(version)));
  }

  @Override
  public Occurrence absence(History history) {
    return Seen.ofPod(history, pod, found -> Seen.notSo(history, found, missing(history, found)));
  }

  private String missing(History history, PodIdentity found) {
    return history
        .latest(found)
        .map(
            latest ->
                rows.stream()
                    .filter(row -> !row.holds(latest))
                    .map(row -> instead(latest, row))
                    .collect(Collectors.joining("; ")))
        .filter(text -> !text.isEmpty())
        .orElse("not all of it was so at once");
  }

  private static String instead(PodSnapshot latest, Row row) {
    return latest
        .container(row.container())
        .map(
            seen ->
                row.container()
                    + " was "
                    + seen.stage().inWords()
                    + ", restarts "
                    + seen.restarts()
                    + (seen.ready() ? ", ready" : ", not ready")
                    + (seen.started() ? ", started" : ", not started"))
        .orElseGet(() -> "there was no container " + row.container());
  }

  @Override
  public Optional<PodRef> ofPod() {
    return Optional.of(pod);
  }

  @Override
  public String inWords() {
    return pod.inWords()
        + " has "
        + rows.stream().map(Row::inWords).collect(Collectors.joining(", "));
  }
}
