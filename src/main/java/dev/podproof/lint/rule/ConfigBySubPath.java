package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.stream.Stream;

/** A ConfigMap or Secret mounted by subPath. */
final class ConfigBySubPath implements Rule {

  @Override
  public About about() {
    return new About(
        "config-by-subpath",
        Severity.INFO,
        Basis.ADVICE,
        "A container that mounts a ConfigMap or Secret by subPath never sees it change.",
        "Mount the volume as a directory, or restart the pods when the content changes.",
        "https://kubernetes.io/docs/concepts/storage/volumes/#configmap");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        // One that ends before the others start would see no change anyway.
        .filter(container -> container.role() != ContainerRole.INIT)
        .flatMap(
            container ->
                container.mounts().stream()
                    .filter(mount -> !mount.subPath().isEmpty())
                    .filter(mount -> isConfig(workload.volume(mount.volume())))
                    .map(
                        mount ->
                            about()
                                .at(
                                    mount.value(),
                                    workload,
                                    container,
                                    "mounts "
                                        + mount.path()
                                        + " by subPath from volume "
                                        + mount.volume()
                                        + ", and never sees it change")));
  }

  private static boolean isConfig(YamlValue volume) {
    return Stream.of("configMap", "secret", "projected")
        .anyMatch(kind -> volume.at(kind).present());
  }
}
