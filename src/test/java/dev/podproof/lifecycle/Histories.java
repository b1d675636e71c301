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
 * A small language for histories: one pod, whose containers start, end and turn ready at given
 * seconds. What the API shows arrives at once, in whole seconds; what the runtime tells is exact.
 */
public final class Histories {
  public static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");
  private static final PodIdentity POD = new PodIdentity("web", "uid-web");

  private final List<Observation> observations = new ArrayList<>();
  private final Map<String, ContainerSnapshot> containers = new LinkedHashMap<>();
  private final Listening listening;
  private Instant now = ZERO;
  private String phase = "Pending";
  private Optional<Instant> readySince = Optional.empty();
  private int ids;

  private Histories(Listening listening) {
    this.listening = listening;
  }

  /** A pod named web, heard by the runtime as well. */
  public static Histories aPod(String... names) {
    return new Histories(Listening.WITH_RUNTIME).with(names);
  }

  /** A pod named web, of which only the API tells. */
  public static Histories aPodSeenByTheApiAlone(String... names) {
    return new Histories(Listening.API_ALONE).with(names);
  }

  public static Instant at(double seconds) {
    return ZERO.plusNanos((long) (seconds * 1e9));
  }

  private Histories with(String... names) {
    for (var name : names) {
      var role = name.startsWith("init") ? ContainerRole.INIT : ContainerRole.APP;
      var declared = new DeclaredContainer(name, role, "busybox", List.of("sh"), Set.of());
      var none = new ContainerStage.Unreported();
      containers.put(
          name,
          new ContainerSnapshot(
              declared,
              "",
              new ContainerStage.Waiting("PodInitializing", ""),
              none,
              0,
              false,
              false));
    }
    return seen();
  }

  public Histories at(String seconds) {
    now = at(Double.parseDouble(seconds.replace("s", "")));
    return this;
  }

  public Histories starts(String name) {
    var id = name + "-" + ++ids;
    if (listening.runtime()) {
      add(new Observation.ContainerNamed(now, id, POD.uid(), name));
      add(new Observation.RuntimeStarted(now, id, Interval.at(now)));
    }
    stage(name, id, new ContainerStage.Running(second(now)), false);
    return seen();
  }

  /** The pod is given a sandbox, its first or another one. */
  public Histories getsSandbox() {
    var id = "sandbox-" + ++ids;
    add(new Observation.SandboxNamed(now, id, POD.uid()));
    return add(new Observation.RuntimeStarted(now, id, Interval.at(now)));
  }

  /** The pod's manifest as the API shows it. */
  public Histories shows(Map<String, Object> content) {
    return add(new Observation.ObjectSeen(now, new ObjectName("Pod", POD.name()), content));
  }

  public Histories exits(String name, int code) {
    var before = containers.get(name);
    if (listening.runtime()) {
      add(new Observation.RuntimeExited(now, before.containerId(), Interval.at(now), code));
    }
    var started =
        before.stage() instanceof ContainerStage.Running r ? r.started() : Interval.UNKNOWN;
    stage(
        name,
        before.containerId(),
        new ContainerStage.Terminated(
            before.containerId(), Exit.withCode(code), started, second(now)),
        false);
    return seen();
  }

  public Histories waits(String name, String reason) {
    stage(name, "", new ContainerStage.Waiting(reason, "because"), false);
    return seen();
  }

  public Histories becomesReady(String name) {
    stage(name, containers.get(name).containerId(), containers.get(name).stage(), true);
    readySince = readySince.or(() -> Optional.of(now));
    return seen();
  }

  public Histories is(String newPhase) {
    phase = newPhase;
    return seen();
  }

  public Histories acts(String words) {
    return add(new Observation.ActionTaken(words, Interval.at(now)));
  }

  public Histories logs(String name, String line) {
    return add(new Observation.LogLine(now, containers.get(name).containerId(), now, line));
  }

  public Histories gone() {
    return add(new Observation.PodGone(now, POD));
  }

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
    return add(new Observation.HeardUpTo(now, Witness.RUNTIME, now));
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

  private void stage(String name, String id, ContainerStage stage, boolean isReady) {
    var before = containers.get(name);
    containers.put(
        name,
        new ContainerSnapshot(
            before.declared(), id, stage, before.previous(), before.restarts(), isReady, false));
  }

  private Histories seen() {
    var condition =
        new PodCondition(
            "Ready",
            readySince.isPresent() ? "True" : "False",
            "",
            "",
            readySince.map(Histories::second).orElse(Interval.UNKNOWN));
    return add(
        new Observation.PodSeen(
            now,
            new PodSnapshot(
                POD,
                PodPhase.named(phase),
                Optional.empty(),
                Map.of(),
                List.copyOf(containers.values()),
                List.of(condition),
                Interval.UNKNOWN)));
  }

  private static Interval second(Instant instant) {
    return Interval.ofSecond(Instant.ofEpochSecond(instant.getEpochSecond()));
  }

  /** A budget in seconds. */
  public static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }
}
