package dev.podproof.lint.rule;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API server refuses beyond the names of fields. */
final class RefusedByApi implements Rule {
  private static final List<String> NOT_FOR_INIT =
      List.of("startupProbe", "livenessProbe", "readinessProbe", "lifecycle");

  @Override
  public About about() {
    return new About(
        "refused-by-api",
        Severity.ERROR,
        Basis.PROVED,
        "The API server refuses the object, or the controller its pods, so nothing starts at all.",
        "Correct the named field.",
        "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return Stream.of(
            required(workload),
            mistyped(workload),
            undeclaredVolumes(workload),
            probesOfInit(workload),
            sameNames(workload),
            new RefusedContainers(about(), workload).found(),
            new RefusedTemplates(about(), workload).found())
        .flatMap(found -> found);
  }

  private Stream<Finding> required(Workload workload) {
    var metadata = workload.object().at("metadata");
    var containers = workload.podSpec().at("containers");
    var unnamed = !metadata.at("name").present() && !metadata.at("generateName").present();
    var empty = !containers.present() || (containers.isList() && containers.items().isEmpty());
    return Stream.concat(
        unnamed ? Stream.of(about().at(metadata, workload, "has no name")) : Stream.empty(),
        empty ? Stream.of(about().at(containers, workload, "has no container")) : Stream.empty());
  }

  private Stream<Finding> mistyped(Workload workload) {
    return Optional.ofNullable(UnknownField.KINDS.get(workload.kind())).stream()
        .flatMap(type -> FieldTypes.in(workload.object(), type))
        .map(one -> about().at(one.value(), workload, "has " + one.inWords()));
  }

  private Stream<Finding> undeclaredVolumes(Workload workload) {
    var declared = workload.volumeNames().collect(Collectors.toSet());
    return workload.containers().stream()
        .flatMap(
            container ->
                container.mounts().stream()
                    .filter(mount -> !declared.contains(mount.volume()))
                    .map(
                        mount ->
                            about()
                                .at(
                                    mount.value(),
                                    workload,
                                    container,
                                    "mounts volume "
                                        + mount.volume()
                                        + ", which is not declared")));
  }

  private Stream<Finding> probesOfInit(Workload workload) {
    return workload
        .of(ContainerRole.INIT)
        .flatMap(
            init ->
                NOT_FOR_INIT.stream()
                    .filter(field -> init.value().at(field).present())
                    .map(
                        field ->
                            about()
                                .at(
                                    init.value().at(field),
                                    workload,
                                    init,
                                    "has "
                                        + field
                                        + ", which only containers and sidecars may have")));
  }

  private Stream<Finding> sameNames(Workload workload) {
    return workload.containers().stream()
        .filter(
            second ->
                workload.containers().stream()
                    .anyMatch(
                        first ->
                            first.position() < second.position()
                                && first.name().equals(second.name())))
        .map(
            second ->
                about().at(second.value(), workload, second, "has the name of another container"));
  }
}
