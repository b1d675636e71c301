package dev.podproof.recorder;

import dev.podproof.lifecycle.ContainerRole;
import dev.podproof.lifecycle.ContainerSnapshot;
import dev.podproof.lifecycle.ContainerStage;
import dev.podproof.lifecycle.DeclaredContainer;
import dev.podproof.lifecycle.Exit;
import dev.podproof.lifecycle.Interval;
import dev.podproof.lifecycle.ObjectName;
import dev.podproof.lifecycle.PodCondition;
import dev.podproof.lifecycle.PodIdentity;
import dev.podproof.lifecycle.PodPhase;
import dev.podproof.lifecycle.PodSnapshot;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The API's words for a pod, turned into ours. A pure function. */
final class PodTranslation {
  /**
   * The runtime stamps a start in whole seconds after the process has begun, so the stamp may name
   * the second after the true one.
   */
  private static final Duration LATE_START = Duration.ofMillis(500);

  private PodTranslation() {}

  static PodSnapshot snapshotOf(Pod pod) {
    var status = Optional.ofNullable(pod.getStatus());
    return new PodSnapshot(
        identityOf(pod),
        phaseOf(pod),
        pod.getMetadata().getOwnerReferences().stream()
            .filter(owner -> Boolean.TRUE.equals(owner.getController()))
            .findFirst()
            .map(owner -> new ObjectName(owner.getKind(), owner.getName())),
        orEmpty(pod.getMetadata().getLabels()),
        containersOf(pod, status),
        status
            .map(s -> s.getConditions().stream().map(PodTranslation::conditionOf).toList())
            .orElse(List.of()),
        written(pod));
  }

  // The server stamps each write that changes a field of the writer's, so the newest stamp is that
  // of the write which made this version (Kubernetes API: ManagedFieldsEntry.time;
  // k8s.io/apimachinery, managedfields/internal/managedfieldsupdater.go).
  private static Interval written(Pod pod) {
    var metadata = pod.getMetadata();
    return Stream.concat(
            metadata.getManagedFields().stream().map(entry -> stamp(entry.getTime())),
            Stream.of(deletionRequested(metadata)))
        .filter(stamp -> !stamp.equals(Interval.UNKNOWN))
        .max(Comparator.comparing(Interval::earliest))
        .orElse(Interval.UNKNOWN);
  }

  // A deletion changes no managed field; its timestamp is that of the request and the grace period
  // (k8s.io/apiserver, pkg/registry/rest/delete.go: BeforeDelete).
  private static Interval deletionRequested(ObjectMeta metadata) {
    var grace = Optional.ofNullable(metadata.getDeletionGracePeriodSeconds()).orElse(0L);
    var due = stamp(metadata.getDeletionTimestamp());
    return due.equals(Interval.UNKNOWN) ? due : due.shiftedBy(Duration.ofSeconds(-grace));
  }

  static PodIdentity identityOf(Pod pod) {
    return new PodIdentity(pod.getMetadata().getName(), pod.getMetadata().getUid());
  }

  private static PodPhase phaseOf(Pod pod) {
    var status = pod.getStatus();
    return new PodPhase(
        status == null ? "" : orEmpty(status.getPhase()),
        status == null ? "" : orEmpty(status.getReason()),
        status == null ? "" : orEmpty(status.getMessage()),
        pod.getMetadata().getDeletionTimestamp() != null);
  }

  private static PodCondition conditionOf(io.fabric8.kubernetes.api.model.PodCondition condition) {
    return new PodCondition(
        condition.getType(),
        condition.getStatus(),
        orEmpty(condition.getReason()),
        orEmpty(condition.getMessage()),
        stamp(condition.getLastTransitionTime()));
  }

  private static List<ContainerSnapshot> containersOf(Pod pod, Optional<PodStatus> status) {
    var spec = pod.getSpec();
    var snapshots = new ArrayList<ContainerSnapshot>();
    var inits = status.map(PodStatus::getInitContainerStatuses).orElse(List.of());
    var apps = status.map(PodStatus::getContainerStatuses).orElse(List.of());
    var ephemerals = status.map(PodStatus::getEphemeralContainerStatuses).orElse(List.of());
    for (Container init : spec.getInitContainers()) {
      snapshots.add(snapshotOf(declared(init, initRole(init)), inits));
    }
    for (Container app : spec.getContainers()) {
      snapshots.add(snapshotOf(declared(app, ContainerRole.APP), apps));
    }
    for (EphemeralContainer ephemeral : spec.getEphemeralContainers()) {
      snapshots.add(snapshotOf(declared(ephemeral), ephemerals));
    }
    return snapshots;
  }

  // A restart policy of its own, Always, makes an init container a sidecar (KEP-753).
  private static ContainerRole initRole(Container init) {
    return "Always".equals(init.getRestartPolicy()) ? ContainerRole.SIDECAR : ContainerRole.INIT;
  }

  private static DeclaredContainer declared(Container container, ContainerRole role) {
    return new DeclaredContainer(
        container.getName(),
        role,
        orEmpty(container.getImage()),
        words(container.getCommand(), container.getArgs()),
        volumes(container.getVolumeMounts()));
  }

  private static DeclaredContainer declared(EphemeralContainer container) {
    return new DeclaredContainer(
        container.getName(),
        ContainerRole.EPHEMERAL,
        orEmpty(container.getImage()),
        words(container.getCommand(), container.getArgs()),
        volumes(container.getVolumeMounts()));
  }

  private static ContainerSnapshot snapshotOf(
      DeclaredContainer declared, List<ContainerStatus> statuses) {
    return statuses.stream()
        .filter(status -> status.getName().equals(declared.name()))
        .findFirst()
        .map(status -> snapshotOf(declared, status))
        .orElseGet(() -> unreported(declared));
  }

  private static ContainerSnapshot unreported(DeclaredContainer declared) {
    var unreported = new ContainerStage.Unreported();
    return new ContainerSnapshot(declared, "", unreported, unreported, 0, false, false);
  }

  private static ContainerSnapshot snapshotOf(DeclaredContainer declared, ContainerStatus status) {
    return new ContainerSnapshot(
        declared,
        withoutScheme(status.getContainerID()),
        stageOf(status.getState()),
        stageOf(status.getLastState()),
        Optional.ofNullable(status.getRestartCount()).orElse(0),
        Boolean.TRUE.equals(status.getReady()),
        Boolean.TRUE.equals(status.getStarted()));
  }

  private static ContainerStage stageOf(@Nullable ContainerState state) {
    if (state == null) {
      return new ContainerStage.Unreported();
    }
    if (state.getRunning() != null) {
      return new ContainerStage.Running(start(state.getRunning().getStartedAt()));
    }
    if (state.getTerminated() != null) {
      return terminated(state.getTerminated());
    }
    return state.getWaiting() == null
        ? new ContainerStage.Unreported()
        : new ContainerStage.Waiting(
            orEmpty(state.getWaiting().getReason()), orEmpty(state.getWaiting().getMessage()));
  }

  private static ContainerStage terminated(ContainerStateTerminated state) {
    return new ContainerStage.Terminated(
        withoutScheme(state.getContainerID()),
        new Exit(
            Optional.ofNullable(state.getExitCode()).orElse(0),
            orEmpty(state.getReason()),
            orEmpty(state.getMessage()).strip()),
        start(state.getStartedAt()),
        stamp(state.getFinishedAt()));
  }

  private static Interval start(@Nullable String startedAt) {
    var stamp = stamp(startedAt);
    return stamp.equals(Interval.UNKNOWN) ? stamp : stamp.widenedBy(LATE_START, Duration.ZERO);
  }

  // A stamp of 1970 stands for none: the kubelet writes it where a process never began.
  private static Interval stamp(@Nullable String second) {
    if (second == null || second.isEmpty()) {
      return Interval.UNKNOWN;
    }
    var instant = Instant.parse(second);
    return instant.getEpochSecond() <= 0 ? Interval.UNKNOWN : Interval.ofSecond(instant);
  }

  // "containerd://<id>": the scheme names the runtime (Kubernetes API:
  // ContainerStatus.containerID).
  private static String withoutScheme(@Nullable String containerId) {
    var id = orEmpty(containerId);
    return id.substring(id.indexOf("://") < 0 ? 0 : id.indexOf("://") + 3);
  }

  private static List<String> words(List<String> command, List<String> args) {
    return Stream.concat(command.stream(), args.stream()).toList();
  }

  private static Set<String> volumes(List<VolumeMount> mounts) {
    return mounts.stream().map(VolumeMount::getName).collect(Collectors.toSet());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> labels) {
    return labels == null ? Map.of() : labels;
  }
}
