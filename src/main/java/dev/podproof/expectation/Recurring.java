package dev.podproof.expectation;

import dev.podproof.lifecycle.History;
import dev.podproof.lifecycle.Moment;
import dev.podproof.lifecycle.PodIdentity;
import java.util.List;
import java.util.Optional;

/**
 * A milestone of a container that can be reached more than once; which time is meant is part of it.
 */
interface Recurring extends Milestone {
  /** The container. */
  ContainerRef container();

  /** 1 for the first time. */
  int nth();

  /** Each time in that pod, the first included, in order. */
  List<Moment> every(History history, PodIdentity pod);

  /** What has not been done where it was not, such as "it had not started". */
  String missing();

  @Override
  default Occurrence in(History history, AsOf asOf) {
    return Seen.ofContainer(
        history,
        container(),
        pod ->
            every(history, pod).stream()
                .skip(nth() - 1L)
                .findFirst()
                .<Occurrence>map(Occurrence.Happened::new)
                .orElseGet(() -> Seen.notDone(history, container(), missing() + times())));
  }

  @Override
  default List<Moment> every(History history, AsOf asOf) {
    return container().pod().in(history) instanceof PodRef.Found.One one
        ? every(history, one.pod()).stream().skip(nth() - 1L).toList()
        : List.of();
  }

  /** " (time 2)" where it is not the first time that is meant. */
  default String times() {
    return nth() == 1 ? "" : " (time " + nth() + ")";
  }

  @Override
  default Optional<ContainerRef> about() {
    return Optional.of(container());
  }
}
