package dev.podproof.lint;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lint.workload.PodContainer;
import dev.podproof.lint.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a workload's pods will do, as far as the manifest tells (Kubernetes docs: Init Containers,
 * Sidecar Containers, Pod Lifecycle; KEP-753).
 */
record Forecast(Workload workload) {
  /** The steps of the start, each with what it waits for. */
  List<String> start() {
    var steps =
        workload.containers().stream()
            .filter(one -> one.role() != ContainerRole.APP)
            .map(one -> one.inWords() + ", " + gate(one))
            .collect(Collectors.toCollection(ArrayList::new));
    var apps = workload.of(ContainerRole.APP).map(PodContainer::inWords).toList();
    if (!apps.isEmpty()) {
      steps.add(
          String.join(", ", apps) + (apps.size() > 1 ? " together, in no order of readiness" : ""));
    }
    return steps;
  }

  private static String gate(PodContainer container) {
    if (container.role() == ContainerRole.INIT) {
      return "which must complete";
    }
    var probe = container.patience("startupProbe");
    var hook = container.value().at("lifecycle", "postStart").present();
    return probe.isPresent()
        ? "until its startup probe succeeds, at most " + probe.get().toSeconds() + " s"
        : hook ? "until its postStart hook ends" : "which holds nobody back once its process runs";
  }

  /** The steps of the stop. */
  List<String> stop() {
    var steps = new ArrayList<String>();
    var apps = workload.of(ContainerRole.APP).map(Forecast::end).toList();
    if (!apps.isEmpty()) {
      steps.add(String.join(", ", apps) + (apps.size() > 1 ? " together" : ""));
    }
    var sidecars =
        workload
            .of(ContainerRole.SIDECAR)
            .map(Forecast::end)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(sidecars);
    steps.addAll(sidecars);
    steps.add("whatever still runs is killed after " + workload.gracePeriod() + " s");
    return steps;
  }

  private static String end(PodContainer container) {
    var hook = container.preStopSeconds();
    return container.inWords() + (hook > 0 ? " (preStop " + hook + " s)" : "");
  }

  /** The volumes that more than one container mounts, and who is seen to write and to name what. */
  List<String> volumes() {
    return workload
        .volumeNames()
        .distinct()
        .filter(volume -> workload.mounting(volume).count() > 1)
        .map(
            volume ->
                volume
                    + ": "
                    + workload
                        .mounting(volume)
                        .map(one -> use(one, volume))
                        .collect(Collectors.joining("; ")))
        .toList();
  }

  private static String use(PodContainer container, String volume) {
    var mounts =
        container.mounts().stream().filter(mount -> mount.volume().equals(volume)).toList();
    var writes = container.script().writes();
    var written = inside(container, volume, writes.stream());
    var read =
        inside(
            container,
            volume,
            container.script().paths().stream().filter(path -> !writes.contains(path)));
    var mounted =
        mounts.stream()
            .map(
                mount -> mount.path() + (mount.value().at("readOnly").isTrue() ? " read-only" : ""))
            .collect(Collectors.joining(", "));
    return container.name()
        + " at "
        + mounted
        + (written.isEmpty() ? "" : ", writes " + written)
        + (read.isEmpty() ? "" : ", names " + read);
  }

  private static String inside(PodContainer container, String volume, Stream<String> paths) {
    return paths
        .filter(
            path ->
                container.mountOf(path).filter(mount -> mount.volume().equals(volume)).isPresent())
        .collect(Collectors.joining(", "));
  }

  /** The longest that the start may take, without scheduling and pulling images. */
  String longestStart() {
    var bounds =
        workload.containers().stream().map(Forecast::bound).flatMap(Optional::stream).toList();
    var sum = bounds.stream().reduce(Duration.ZERO, Duration::plus);
    var open = workload.of(ContainerRole.INIT).map(PodContainer::name).toList();
    var probes = bounds.isEmpty() ? "" : sum.toSeconds() + " s by its probes";
    var inits =
        open.isEmpty()
            ? ""
            : "as long as " + String.join(", ", open) + (open.size() > 1 ? " take" : " takes");
    var both =
        Stream.of(inits, probes)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" and "));
    return (both.isEmpty() ? "no probe and no init container bounds or delays it" : both)
        + ", without scheduling and pulling images"
        + (workload.of(ContainerRole.INIT).anyMatch(init -> init.waitWithoutLimit().isPresent())
            ? "; it may never end"
            : "");
  }

  private static Optional<Duration> bound(PodContainer container) {
    return container.role() == ContainerRole.INIT
        ? Optional.empty()
        : container
            .patience("startupProbe")
            .or(
                () ->
                    container.role() == ContainerRole.APP
                        ? container.patience("readinessProbe")
                        : Optional.empty());
  }
}
