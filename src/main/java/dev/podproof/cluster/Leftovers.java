package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.Container;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Containers and volumes of runs that died before they were tied to their process, or with the
 * daemon: one that is started again removes the containers, and leaves their volumes.
 */
final class Leftovers {
  private Leftovers() {}

  /** Removes what is certainly nobody's any more, and says so in one line where there was any. */
  static void sweep(DockerClient docker, Consumer<String> announce) {
    var here = Owner.thisProcess().place();
    var containers =
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(List.of(Owner.LABEL))
            .exec()
            .stream()
            .filter(container -> isLeftOver(container.getLabels(), here, Owner::beginning))
            .map(Container::getId)
            .toList();
    containers.forEach(container -> Docker.remove(docker, container));
    var volumes = volumes(docker, here);
    volumes.forEach(volume -> docker.removeVolumeCmd(volume).exec());
    if (!containers.isEmpty() || !volumes.isEmpty()) {
      announce.accept(
          "removed what runs left that ended without cleaning up: containers "
              + containers.size()
              + ", volumes "
              + volumes.size());
    }
  }

  // Those that the daemon removes with a container removed just now may be listed still.
  private static List<String> volumes(DockerClient docker, String here) {
    var found =
        docker
            .listVolumesCmd()
            .withDanglingFilter(true)
            .withFilter("label", List.of(Owner.LABEL))
            .exec()
            .getVolumes();
    return found == null
        ? List.of()
        : found.stream()
            .filter(volume -> isLeftOver(volume.getLabels(), here, Owner::beginning))
            .map(InspectVolumeResponse::getName)
            .toList();
  }

  static boolean isLeftOver(
      Map<String, String> labels, String here, LongFunction<Optional<Instant>> beginnings) {
    return Owner.parse(labels.getOrDefault(Owner.LABEL, ""))
        .map(owner -> owner.isGone(here, beginnings))
        .orElse(false);
  }
}
