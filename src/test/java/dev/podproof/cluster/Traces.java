package dev.podproof.cluster;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** What the node of one process leaves on this machine; empty where nothing is left. */
record Traces(String container, List<String> volumes) {
  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  /** Those of the one node that a process owns. */
  static Traces of(long process) {
    var containers =
        docker().listContainersCmd().withLabelFilter(List.of(Owner.LABEL)).exec().stream()
            .filter(one -> owner(one.getLabels().get(Owner.LABEL)) == process)
            .toList();
    if (containers.size() != 1) {
      throw new IllegalStateException("process " + process + " owns " + containers.size());
    }
    return of(docker().inspectContainerCmd(containers.get(0).getId()).exec());
  }

  private static long owner(String label) {
    return Owner.parse(label).map(Owner::process).orElse(-1L);
  }

  private static Traces of(InspectContainerResponse container) {
    return new Traces(
        container.getId(),
        Objects.requireNonNull(container.getMounts()).stream()
            .map(InspectContainerResponse.Mount::getName)
            .filter(Objects::nonNull)
            .toList());
  }

  /** What is still there, in words. */
  List<String> left() {
    return Stream.of(
            volumes.stream().filter(Traces::isVolume).map(name -> "volume " + name),
            Stream.of(container).filter(Traces::isContainer).map(id -> "container " + id),
            cgroups().map(path -> "cgroup " + path))
        .flatMap(left -> left)
        .toList();
  }

  private Stream<Path> cgroups() {
    try (var all = Files.find(CGROUPS, 6, (path, about) -> path.toString().contains(container))) {
      return all.toList().stream();
    } catch (IOException | java.io.UncheckedIOException e) {
      // A folder went while it was looked at; the next look will tell.
      return Stream.of(CGROUPS);
    }
  }

  private static boolean isVolume(String name) {
    try {
      docker().inspectVolumeCmd(name).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static boolean isContainer(String id) {
    try {
      docker().inspectContainerCmd(id).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static DockerClient docker() {
    return DockerClientFactory.instance().client();
  }
}
