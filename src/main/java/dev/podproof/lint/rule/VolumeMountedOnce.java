package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Mount;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/** An emptyDir that nobody sees but the init container which fills it. */
final class VolumeMountedOnce implements Rule {

  @Override
  public About about() {
    return new About(
        "volume-mounted-once",
        Severity.WARNING,
        Basis.PROVED,
        "What an init container leaves in an emptyDir reaches only the containers that mount the same volume.",
        "Mount the volume in the container that needs the files, or remove it.",
        "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload
        .volumeNames()
        .filter(volume -> workload.volume(volume).at("emptyDir").present())
        .filter(volume -> workload.mounting(volume).count() == 1)
        .flatMap(
            volume ->
                workload
                    .mounting(volume)
                    .filter(only -> only.role() == ContainerRole.INIT)
                    .flatMap(only -> only.mounts().stream())
                    .filter(mount -> mount.volume().equals(volume) && matters(workload, mount)))
        .flatMap(
            mount ->
                workload
                    .mounting(mount.volume())
                    .map(
                        only ->
                            about()
                                .at(
                                    mount.value(),
                                    workload,
                                    only,
                                    "alone mounts the emptyDir volume "
                                        + mount.volume()
                                        + ", so nobody sees what it leaves there")));
  }

  // An init container may well have a volume for itself, for what it needs while it runs: then it
  // names again what it wrote.
  private static boolean matters(Workload workload, Mount mount) {
    return workload.containers().stream()
        .anyMatch(
            one ->
                one.script().writes().stream()
                        .anyMatch(file -> mount.holds(file) && !usesAgain(one, file))
                    || one.script().leaves().filter(mount::holds).isPresent()
                    || (one.role() != ContainerRole.INIT
                        && one.script().paths().stream()
                            .anyMatch(path -> mount.holds(path) && one.mountOf(path).isEmpty())));
  }

  private static boolean usesAgain(PodContainer container, String file) {
    return StringUtils.countMatches(container.script().text(), file) > 1;
  }
}
