package dev.podproof.mutation.operator;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import dev.podproof.lint.workload.YamlValue;
import dev.podproof.mutation.edit.Edits;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object of a manifest, to be changed.
 *
 * @param edits changes of the text that it stands in
 */
public record Subject(YamlValue object, Edits edits) {
  /** The workload that it is; empty for every other kind. */
  Optional<Workload> workload() {
    return Workload.of(object);
  }

  Stream<Workload> workloads() {
    return workload().stream();
  }

  Stream<PodContainer> containers() {
    return workloads().flatMap(workload -> workload.containers().stream());
  }

  /** A container in the words of a step, such as: sidecar "proxy" of pod "web". */
  String named(PodContainer container) {
    var role =
        switch (container.role()) {
          case INIT -> "init container";
          case SIDECAR -> "sidecar";
          default -> "container";
        };
    return role + " \"" + container.name() + "\"" + ofPod();
  }

  /** As a command in it needs it: container "app" of pod "web". */
  String within(PodContainer container) {
    return "container \"" + container.name() + "\"" + ofPod();
  }

  // Pods of other kinds have names that only the cluster knows.
  private String ofPod() {
    return isPod() ? " of " + pod() : "";
  }

  /** The pod in the words of a step; the only one of the scenario where it has no fixed name. */
  String pod() {
    return isPod() ? "pod \"" + objectName() + "\"" : "the pod";
  }

  private boolean isPod() {
    return object.at("kind").text().equals("Pod");
  }

  private String objectName() {
    return object.at("metadata", "name").text();
  }

  /** Its end in the words of a step, such as: I delete pod "web". */
  String deletion() {
    return "I delete "
        + object.at("kind").text().toLowerCase(Locale.ROOT)
        + " \""
        + objectName()
        + "\"";
  }

  /** The container that starts after another; empty after the last. */
  Optional<PodContainer> after(PodContainer container) {
    return containers().filter(one -> one.position() == container.position() + 1).findFirst();
  }

  /** A step that sees a container at its work: one that ends completes, another one stays up. */
  String works(PodContainer container) {
    return container.role() == ContainerRole.INIT
        ? "Then " + named(container) + " logs \"TEXT\""
        : "Then " + named(container) + " stays running for 5s";
  }
}
