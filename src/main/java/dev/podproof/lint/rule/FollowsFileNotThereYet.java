package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;

/** A collector that races with the first line of the log. */
final class FollowsFileNotThereYet implements Rule {
  @Override
  public About about() {
    return new About(
        "follows-file-not-there-yet",
        Severity.WARNING,
        Basis.PROVED,
        "The containers of a pod start in no order of readiness; tail -f ends with an error where the file is not there yet.",
        "Use tail -F, which waits for the file, or make the file in an init container.",
        "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/ and tail(1)");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .filter(PodContainer::staysUp)
        .flatMap(
            container ->
                container.script().followedOnceThere().stream()
                    .filter(file -> mayBeMissing(workload, container, file))
                    .map(
                        file ->
                            about()
                                .at(
                                    container.value(),
                                    workload,
                                    container,
                                    "follows "
                                        + file
                                        + " with tail -f, which fails where the file is not there yet")));
  }

  // On an emptyDir that others share, and of which no init container is seen to make the file.
  private static boolean mayBeMissing(Workload workload, PodContainer container, String file) {
    return !container.script().writes().contains(file)
        && container
            .mountOf(file)
            .filter(mount -> workload.volume(mount.volume()).at("emptyDir").present())
            .filter(mount -> workload.mounting(mount.volume()).count() > 1)
            .filter(
                mount ->
                    workload
                        .mounting(mount.volume())
                        .noneMatch(other -> other.role() == ContainerRole.INIT))
            .isPresent();
  }
}
