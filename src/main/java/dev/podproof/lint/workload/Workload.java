package dev.podproof.lint.workload;

import dev.podproof.lifecycle.ContainerRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object that runs pods.
 *
 * @param object the whole of it
 * @param template what holds the pod's metadata and spec; the object itself for a Pod
 * @param containers in the order of their start
 */
public record Workload(
    String kind, String name, YamlValue object, YamlValue template, List<PodContainer> containers) {
  /**
   * Where the kinds of Kubernetes keep their pods (Kubernetes API reference: Workload resources).
   */
  private static final Map<String, String[]> TEMPLATES =
      Map.of(
          "Pod", new String[0],
          "Deployment", new String[] {"spec", "template"},
          "StatefulSet", new String[] {"spec", "template"},
          "DaemonSet", new String[] {"spec", "template"},
          "ReplicaSet", new String[] {"spec", "template"},
          "ReplicationController", new String[] {"spec", "template"},
          "Job", new String[] {"spec", "template"},
          "CronJob", new String[] {"spec", "jobTemplate", "spec", "template"});

  public Workload {
    containers = List.copyOf(containers);
  }

  /** The workload that an object is; none for every other kind. */
  public static Optional<Workload> of(YamlValue object) {
    var kind = object.at("kind").text();
    var path = TEMPLATES.get(kind);
    if (path == null) {
      return Optional.empty();
    }
    var template = object.at(path);
    var metadata = object.at("metadata");
    var name = metadata.at("name").textOr(metadata.at("generateName").textOr("(unnamed)"));
    return Optional.of(
        new Workload(kind, name, object, template, containersOf(template.at("spec"))));
  }

  private static List<PodContainer> containersOf(YamlValue spec) {
    var containers = new ArrayList<PodContainer>();
    for (var init : spec.at("initContainers").items()) {
      var role =
          init.at("restartPolicy").text().equals("Always")
              ? ContainerRole.SIDECAR
              : ContainerRole.INIT;
      containers.add(new PodContainer(init.at("name").text(), role, containers.size(), init));
    }
    for (var app : spec.at("containers").items()) {
      containers.add(
          new PodContainer(app.at("name").text(), ContainerRole.APP, containers.size(), app));
    }
    return containers;
  }

  public String inWords() {
    return kind + " " + name;
  }

  /** Whether its pods have all these labels; never where there are none. */
  public boolean isSelectedBy(YamlValue labels) {
    var own = template.at("metadata", "labels").fields();
    return !labels.fields().isEmpty()
        && labels.fields().entrySet().stream()
            .allMatch(
                label ->
                    own.containsKey(label.getKey())
                        && own.get(label.getKey()).text().equals(label.getValue().text()));
  }

  public YamlValue podSpec() {
    return template.at("spec");
  }

  public Stream<PodContainer> of(ContainerRole role) {
    return containers.stream().filter(container -> container.role() == role);
  }

  /** Whether it is meant to end. */
  public boolean runsToCompletion() {
    return kind.equals("Job") || kind.equals("CronJob");
  }

  /** How many pods it runs, on a cluster of one node; 0 where it is scaled to none. */
  public long pods() {
    return switch (kind) {
      case "Deployment", "StatefulSet", "ReplicaSet", "ReplicationController" ->
          object.at("spec", "replicas").number().orElse(1);
      case "Job" ->
          Math.max(
              object.at("spec", "completions").number().orElse(1),
              object.at("spec", "parallelism").number().orElse(1));
      default -> 1;
    };
  }

  private boolean restartsAlways() {
    return podSpec().at("restartPolicy").textOr("Always").equals("Always");
  }

  /** How long the pod may take to end, in seconds; 30 where nothing is written. */
  public long gracePeriod() {
    return podSpec().at("terminationGracePeriodSeconds").number().orElse(30);
  }

  /** Whether the pod or its Job gives up by itself after a time. */
  public boolean hasDeadline() {
    return Stream.of(
            podSpec().at("activeDeadlineSeconds"),
            object.at("spec", "activeDeadlineSeconds"),
            object.at("spec", "jobTemplate", "spec", "activeDeadlineSeconds"))
        .anyMatch(YamlValue::present);
  }

  /** The declaration of a volume; absent where there is none. */
  public YamlValue volume(String volume) {
    return podSpec().at("volumes").items().stream()
        .filter(one -> one.at("name").text().equals(volume))
        .findFirst()
        .orElse(podSpec().at("volumes", volume));
  }

  /** The containers that mount a volume. */
  public Stream<PodContainer> mounting(String volume) {
    return containers.stream()
        .filter(one -> one.mounts().stream().anyMatch(mount -> mount.volume().equals(volume)));
  }

  /**
   * The containers that run until a signal ends them, in a process namespace of their own. Those of
   * a pod that is not restarted for ever are meant to end by themselves.
   */
  public Stream<PodContainer> endedBySignals() {
    return containers.stream()
        .filter(one -> !podSpec().at("shareProcessNamespace").isTrue())
        .filter(PodContainer::staysUp)
        .filter(one -> one.role() == ContainerRole.SIDECAR || restartsAlways());
  }

  /** The volumes that the pod declares or a StatefulSet claims for it. */
  public Stream<String> volumeNames() {
    return Stream.concat(
        podSpec().at("volumes").items().stream().map(volume -> volume.at("name").text()),
        object.at("spec", "volumeClaimTemplates").items().stream()
            .map(claim -> claim.at("metadata", "name").text()));
  }
}
