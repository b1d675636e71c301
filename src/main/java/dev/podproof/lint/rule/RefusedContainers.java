package dev.podproof.lint.rule;

import dev.podproof.lint.workload.Amount;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the API server refuses of any container (kubernetes/kubernetes,
 * pkg/apis/core/validation/validation.go: validateContainerCommon).
 *
 * @param about the rule that finds it
 */
record RefusedContainers(About about, Workload workload) {
  private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";

  Stream<Finding> found() {
    return workload.containers().stream()
        .flatMap(one -> Stream.of(name(one), image(one), mounts(one), requests(one)))
        .flatMap(findings -> findings);
  }

  private Stream<Finding> name(PodContainer container) {
    var name = container.value().at("name");
    return name.text().matches(LABEL)
        ? Stream.empty()
        : found(
            name.present() ? name : container.value(),
            container,
            "needs a name of at most 63 lower case letters, digits and -");
  }

  private Stream<Finding> image(PodContainer container) {
    return container.image().isBlank()
        ? found(container.value(), container, "has no image")
        : Stream.empty();
  }

  private Stream<Finding> mounts(PodContainer container) {
    Set<String> taken = new HashSet<>();
    return container.mounts().stream()
        .filter(mount -> !taken.add(mount.path().replaceAll("(?<=.)/+$", "")))
        .flatMap(
            second ->
                found(
                    second.value(), container, "mounts more than one volume at " + second.path()));
  }

  private Stream<Finding> requests(PodContainer container) {
    var limits = container.value().at("resources", "limits");
    var requests = container.value().at("resources", "requests");
    return requests.fields().entrySet().stream()
        .filter(entry -> Amount.of(entry.getValue()).isOver(Amount.of(limits.at(entry.getKey()))))
        .flatMap(
            entry ->
                found(
                    entry.getValue(),
                    container,
                    "requests "
                        + entry.getValue().text()
                        + " "
                        + entry.getKey()
                        + ", more than its limit of "
                        + limits.at(entry.getKey()).text()));
  }

  private Stream<Finding> found(YamlValue value, PodContainer container, String message) {
    return Stream.of(about.at(value, workload, container, message));
  }
}
