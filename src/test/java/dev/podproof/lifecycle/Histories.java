package dev.podproof.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small language for histories: pods whose containers start, end and turn ready at given seconds,
 * what else the cluster tells, and what the scenario does.
 *
 * <p>What the API shows arrives at once, in whole seconds; what the runtime tells is exact. Every
 * word speaks of the pod that was named last; the first is called web.
 *
 * <pre>{@code
 * aPod("init", "app").at("1s").starts("init").at("2s").exits("init", 0).at("9s").heard()
 * }</pre>
 */
public final class Histories {
  public static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Observation> observations = new ArrayList<>();
  private final Listening listening;
  private Pod pod = new Pod("web", "uid-web");
  private Instant now = ZERO;
  private boolean shown = true;
  private Duration late = Duration.ZERO;
  private int ids;

  private Histories(Listening listening) {
    this.listening = listening;
  }

  /** What the newest status of a pod says. */
  private static final class Pod {
    final PodIdentity identity;
    final Map<String, ContainerSnapshot> containers = new LinkedHashMap<>();
    final Map<String, PodCondition> conditions = new LinkedHashMap<>();
    Map<String, String> labels = Map.of();
    Optional<ObjectName> controller = Optional.empty();
    PodPhase phase = PodPhase.named("Pending");
    Interval written = Interval.UNKNOWN;

    Pod(String name, String uid) {
      identity = new PodIdentity(name, uid);
      conditions.put("Ready", new PodCondition("Ready", "False", "", "", Interval.UNKNOWN));
    }

    PodSnapshot snapshot() {
      return new PodSnapshot(
          identity,
          phase,
          controller,
          labels,
          List.copyOf(containers.values()),
          List.copyOf(conditions.values()),
          written);
    }
  }

  /**
   * A pod named web, heard by the runtime as well. A container whose name begins with init or with
   * sidecar is one; the others are the app's.
   */
  public static Histories aPod(String... names) {
    return new Histories(Listening.WITH_RUNTIME).with(names).seen();
  }

  /** A pod named web, of which only the API tells. */
  public static Histories aPodSeenByTheApiAlone(String... names) {
    return new Histories(Listening.API_ALONE).with(names).seen();
  }

  /** No pod at all, yet. */
  public static Histories nothing() {
    return new Histories(Listening.WITH_RUNTIME);
  }

  /** The instant so many seconds after the beginning of the recording. */
  public static Instant at(double seconds) {
    return ZERO.plusNanos((long) (seconds * 1e9));
  }

  /** A budget in seconds. */
  public static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  private Histories with(String... names) {
    for (var name : names) {
      declare(name, roleOf(name), Set.of());
    }
    return this;
  }

  private static ContainerRole roleOf(String name) {
    return name.startsWith("init")
        ? ContainerRole.INIT
        : name.startsWith("sidecar") ? ContainerRole.SIDECAR : ContainerRole.APP;
  }

  private void declare(String name, ContainerRole role, Set<String> volumes) {
    pod.containers.put(
        name,
        new ContainerSnapshot(
            new DeclaredContainer(name, role, "busybox", List.of("sh"), volumes),
            "",
            new ContainerStage.Waiting("PodInitializing", ""),
            new ContainerStage.Unreported(),
            0,
            false,
            false));
  }

  /** What follows happens at this second, such as "1.5s". */
  public Histories at(String seconds) {
    now = at(Double.parseDouble(seconds.replace("s", "")));
    return this;
  }

  /** Another pod appears; from here on it is spoken of. */
  public Histories anotherPod(String name, String... names) {
    pod = new Pod(name, "uid-" + name + "-" + ++ids);
    return with(names).seen();
  }

  /** The pod is gone and one of the same name and containers, with another UID, appears. */
  public Histories isReplaced() {
    var names = pod.containers.keySet().toArray(String[]::new);
    return gone().anotherPod(pod.identity.name(), names);
  }

  /** The pod carries this label alone. */
  public Histories labelled(String key, String value) {
    pod.labels = Map.of(key, value);
    return seen();
  }

  /** The pod is managed by this object. */
  public Histories ownedBy(String kind, String name) {
    pod.controller = Optional.of(new ObjectName(kind, name));
    return seen();
  }

  /** The container mounts these volumes. */
  public Histories mounts(String name, String... volumes) {
    declare(name, roleOf(name), Set.of(volumes));
    return seen();
  }

  /** The container's command, as its manifest has it. */
  public Histories commanded(String name, String... words) {
    var before = pod.containers.get(name);
    var was = before.declared();
    pod.containers.put(
        name,
        new ContainerSnapshot(
            new DeclaredContainer(name, was.role(), was.image(), List.of(words), was.volumes()),
            before.containerId(),
            before.stage(),
            before.previous(),
            before.restarts(),
            before.ready(),
            before.started()));
    return seen();
  }

  /** An ephemeral container is added to the running pod. */
  public Histories isGivenEphemeral(String name) {
    declare(name, ContainerRole.EPHEMERAL, Set.of());
    return seen();
  }

  /** The API shows nothing of what follows, until it shows all of it in one status. */
  public Histories unshown() {
    shown = false;
    return this;
  }

  /** What the API shows arrives so much later than it happens, from here on. */
  public Histories shownAfter(Duration delay) {
    late = delay;
    return this;
  }

  /** The API shows the pod as it stands now. */
  public Histories shown() {
    shown = true;
    return seen();
  }

  /** Versions of the pod carry the time of their writing, to the second, from here on. */
  public Histories stamped() {
    pod.written = second(now);
    return this;
  }

  /** The container's main process starts, once more where it ran before. */
  public Histories starts(String name) {
    var id = name + "-" + ++ids;
    if (listening.runtime()) {
      add(new Observation.ContainerNamed(now, id, pod.identity.uid(), name));
      add(new Observation.RuntimeStarted(now, id, Interval.at(now)));
    }
    var before = pod.containers.get(name);
    var again = before.stage() instanceof ContainerStage.Terminated;
    pod.containers.put(
        name,
        new ContainerSnapshot(
            before.declared(),
            id,
            new ContainerStage.Running(second(now)),
            again ? before.stage() : before.previous(),
            before.restarts() + (again ? 1 : 0),
            false,
            false));
    return seen();
  }

  /** The pod is given a sandbox, its first or another one. */
  public Histories getsSandbox() {
    var id = "sandbox-" + ++ids;
    add(new Observation.SandboxNamed(now, id, pod.identity.uid()));
    return add(new Observation.RuntimeStarted(now, id, Interval.at(now)));
  }

  /** The pod's manifest as the API shows it. */
  public Histories shows(Map<String, Object> content) {
    return object("Pod", pod.identity.name(), content);
  }

  public Histories exits(String name, int code) {
    return exits(name, code, "");
  }

  /** The container's main process ends, with a reason that only the API knows. */
  public Histories exits(String name, int code, String reason) {
    var before = pod.containers.get(name);
    if (listening.runtime()) {
      add(new Observation.RuntimeExited(now, before.containerId(), Interval.at(now), code));
    }
    var started =
        before.stage() instanceof ContainerStage.Running r ? r.started() : Interval.UNKNOWN;
    stage(
        name,
        before.containerId(),
        new ContainerStage.Terminated(
            before.containerId(), new Exit(code, reason, ""), started, second(now)),
        false,
        false);
    return seen();
  }

  /** The runtime has lost the container: the kubelet makes a status up, without any time. */
  public Histories vanishes(String name) {
    var id = pod.containers.get(name).containerId();
    var exit = new Exit(137, "ContainerStatusUnknown", "The container could not be located");
    var made = new ContainerStage.Terminated("", exit, Interval.UNKNOWN, Interval.UNKNOWN);
    stage(name, id, made, false, false);
    return seen();
  }

  /** The container waits, for a reason. */
  public Histories waits(String name, String reason) {
    return waits(name, reason, "because");
  }

  /** The container waits, for a reason that the kubelet explains. */
  public Histories waits(String name, String reason, String message) {
    var before = pod.containers.get(name);
    var previous =
        before.stage() instanceof ContainerStage.Terminated ? before.stage() : before.previous();
    pod.containers.put(
        name,
        new ContainerSnapshot(
            before.declared(),
            "",
            new ContainerStage.Waiting(reason, message),
            previous,
            before.restarts(),
            false,
            false));
    return seen();
  }

  /** The container is started: its startup probe, if any, has passed. */
  public Histories becomesStarted(String name) {
    var before = pod.containers.get(name);
    stage(name, before.containerId(), before.stage(), before.ready(), true);
    return seen();
  }

  /** The container is ready, and with it the pod. */
  public Histories becomesReady(String name) {
    readiness(name, true);
    return pod.conditions.get("Ready").holds() ? seen() : has("Ready", "True", "", "");
  }

  /** The container is ready no more, and neither is the pod. */
  public Histories becomesUnready(String name) {
    readiness(name, false);
    return has(
        "Ready", "False", "ContainersNotReady", "containers with unready status: [" + name + "]");
  }

  private void readiness(String name, boolean ready) {
    var before = pod.containers.get(name);
    stage(name, before.containerId(), before.stage(), ready, before.started());
  }

  /** A condition of the pod turns, at this second by its own stamp. */
  public Histories has(String type, String status, String reason, String message) {
    pod.conditions.put(type, new PodCondition(type, status, reason, message, second(now)));
    return seen();
  }

  /** The pod's phase. */
  public Histories is(String phase) {
    pod.phase = new PodPhase(phase, "", "", pod.phase.deletionRequested());
    return seen();
  }

  /** The pod's deletion has been asked for. */
  public Histories isTerminating() {
    pod.phase = new PodPhase(pod.phase.name(), "", "", true);
    return seen();
  }

  /** The scenario does something. */
  public Histories acts(String words) {
    return add(new Observation.ActionTaken(words, Interval.at(now)));
  }

  /** The container writes a line. */
  public Histories logs(String name, String line) {
    return add(new Observation.LogLine(now, pod.containers.get(name).containerId(), now, line));
  }

  /** An Event object tells of the pod; the container is empty where it tells of none. */
  public Histories reports(String reason, String container, String message) {
    return add(
        new Observation.EventSeen(
            now,
            new ObjectName("Pod", pod.identity.name()),
            pod.identity.uid(),
            container,
            reason,
            message));
  }

  /** An Event object tells of an object of any kind, without its UID. */
  public Histories reportsOf(String kind, String name, String reason, String message) {
    return add(new Observation.EventSeen(now, new ObjectName(kind, name), "", "", reason, message));
  }

  /** A version of an object of any kind. */
  public Histories object(String kind, String name, Map<String, Object> content) {
    return add(new Observation.ObjectSeen(now, new ObjectName(kind, name), content));
  }

  /** An object of any kind is removed. */
  public Histories objectGone(String kind, String name) {
    return add(new Observation.ObjectGone(now, new ObjectName(kind, name)));
  }

  /** The pod is removed. */
  public Histories gone() {
    return add(new Observation.PodGone(now, pod.identity));
  }

  /** A witness did not listen from one second to another. */
  public Histories gap(Witness witness, double from, double to) {
    return add(new Observation.Gap(now, witness, new Interval(at(from), at(to)), "dropped"));
  }

  /** The news since the last but one version came in one: no version shows the step between. */
  public Histories inOneStatus() {
    for (var i = observations.size() - 2; i > 0; i--) {
      if (observations.get(i) instanceof Observation.PodSeen) {
        observations.remove(i);
        return this;
      }
    }
    return this;
  }

  /** The runtime has told all up to now. */
  public Histories heard() {
    return heard(Witness.RUNTIME);
  }

  /** A witness has told all up to now. */
  public Histories heard(Witness witness) {
    return add(new Observation.HeardUpTo(now, witness, now));
  }

  /** The pod that is spoken of. */
  public PodIdentity pod() {
    return pod.identity;
  }

  public History history() {
    return new History(ZERO, listening, observations);
  }

  /** The history, the API having confirmed at that second that all of it was shown. */
  public History confirmedAt(double seconds) {
    return history().plus(new Observation.HeardUpTo(at(seconds), Witness.ARRIVAL, at(seconds)));
  }

  private Histories add(Observation observation) {
    observations.add(observation);
    return this;
  }

  private void stage(String name, String id, ContainerStage stage, boolean ready, boolean started) {
    var before = pod.containers.get(name);
    pod.containers.put(
        name,
        new ContainerSnapshot(
            before.declared(), id, stage, before.previous(), before.restarts(), ready, started));
  }

  private Histories seen() {
    return shown ? add(new Observation.PodSeen(now.plus(late), pod.snapshot())) : this;
  }

  private static Interval second(Instant instant) {
    return Interval.ofSecond(Instant.ofEpochSecond(instant.getEpochSecond()));
  }
}
