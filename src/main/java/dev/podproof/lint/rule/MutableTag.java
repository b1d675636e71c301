package dev.podproof.lint.rule;

import dev.podproof.lint.workload.ManifestSet;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.util.Set;
import java.util.stream.Stream;

/** An image whose tag may mean another image tomorrow. */
final class MutableTag implements Rule {
  private static final Set<String> MOVING =
      Set.of(
          "latest",
          "stable",
          "mainline",
          "edge",
          "nightly",
          "canary",
          "main",
          "master",
          "develop",
          "dev",
          "testing",
          "staging",
          "production");

  @Override
  public About about() {
    return new About(
        "mutable-tag",
        Severity.INFO,
        Basis.ADVICE,
        "A tag such as latest, stable or main, or none, may name another image at the next start; with IfNotPresent each node keeps the one that it pulled first.",
        "Name a version or a digest.",
        "https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy");
  }

  @Override
  public Stream<Finding> check(Workload workload, ManifestSet all) {
    return workload.containers().stream()
        .filter(container -> isMutable(container.image()))
        .flatMap(container -> check(workload, container));
  }

  private Stream<Finding> check(Workload workload, PodContainer container) {
    var policy = container.value().at("imagePullPolicy").text();
    var image = container.value().at("image");
    if (policy.equals("IfNotPresent")) {
      return Stream.of(
          about()
              .at(
                  image,
                  workload,
                  container,
                  "runs " + image.text() + " as its node once pulled it (IfNotPresent)")
              .as(Severity.WARNING));
    }
    return policy.isEmpty()
        ? Stream.of(
            about()
                .at(
                    image,
                    workload,
                    container,
                    "runs " + image.text() + ", whatever that is at the time"))
        : Stream.empty();
  }

  private static boolean isMutable(String image) {
    var name = image.substring(image.lastIndexOf('/') + 1);
    return !image.isEmpty()
        && !image.contains("@")
        && (!name.contains(":") || MOVING.contains(name.substring(name.indexOf(':') + 1)));
  }
}
