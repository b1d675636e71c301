package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Containers of runs that died before they were tied to their process, or with the daemon. */
final class Leftovers {
  private Leftovers() {}

  /** Removes what is certainly nobody's any more, and says so in one line where there was any. */
  static void sweep(DockerClient docker, Consumer<String> announce) {
    var here = Owner.thisProcess().place();
    var gone =
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(List.of(Owner.LABEL))
            .exec()
            .stream()
            .filter(container -> isLeftOver(container.getLabels(), here, Owner::beginning))
            .map(Container::getId)
            .toList();
    gone.forEach(container -> Docker.remove(docker, container));
    if (!gone.isEmpty()) {
      announce.accept(
          "removed "
              + (gone.size() == 1 ? "1 container" : gone.size() + " containers")
              + " of runs that ended without cleaning up");
    }
  }

  static boolean isLeftOver(
      Map<String, String> labels, String here, LongFunction<Optional<Instant>> beginnings) {
    return Owner.parse(labels.getOrDefault(Owner.LABEL, ""))
        .map(owner -> owner.isGone(here, beginnings))
        .orElse(false);
  }
}
