package dev.podproof.lint.workload;

import dev.podproof.lifecycle.ContainerRole;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A container as a manifest declares it.
 *
 * @param position its index over all containers of the pod in the order of their start
 */
public record PodContainer(String name, ContainerRole role, int position, YamlValue value) {
  /** A port that it declares; a missing protocol is TCP. */
  public record Port(long number, String protocol, YamlValue value) {
    /** Whether both cannot be bound in one pod. */
    public boolean collidesWith(Port other) {
      return number == other.number && protocol.equals(other.protocol);
    }
  }

  public String image() {
    return value.at("image").text();
  }

  /** Such as sidecar proxy. */
  public String inWords() {
    return role.inWords() + " " + name;
  }

  /** Whether it runs as long as the pod does. */
  public boolean staysUp() {
    return role != ContainerRole.INIT;
  }

  /** Command and arguments; empty where the image's own are used. */
  public List<String> words() {
    return Stream.of("command", "args").flatMap(f -> value.at(f).texts().stream()).toList();
  }

  /** Whether it runs a program of its own in place of the image's; arguments alone are for that. */
  public boolean hasCommand() {
    return !value.at("command").items().isEmpty();
  }

  public Script script() {
    return Script.of(words());
  }

  /** Command, arguments and the plain values of its environment, to be searched. */
  public String told() {
    return Stream.concat(
            words().stream(), value.at("env").items().stream().map(env -> env.at("value").text()))
        .reduce("", (all, one) -> all + "\n" + one);
  }

  /** What it waits for in a loop that nothing else ends. */
  public Optional<String> waitWithoutLimit() {
    // BusyBox's timeout becomes the command and leaves a child behind to watch it (its sources:
    // coreutils/timeout.c); the kernel hands PID 1 no signal of its own children that it has no
    // handler for. Seen on the cluster: nothing ended.
    var timeoutEnds = !image().contains("busybox") && !image().contains("alpine");
    return script().waitWithoutLimit(timeoutEnds);
  }

  public List<Mount> mounts() {
    return value.at("volumeMounts").items().stream().map(Mount::of).toList();
  }

  /** The mount that holds a file: the one with the longest path. */
  public Optional<Mount> mountOf(String file) {
    return mounts().stream()
        .filter(mount -> mount.holds(file))
        .max(Comparator.comparingInt(mount -> mount.path().length()));
  }

  public List<Port> ports() {
    return value.at("ports").items().stream()
        .filter(port -> port.at("containerPort").number().isPresent())
        .map(
            port ->
                new Port(
                    port.at("containerPort").number().getAsLong(),
                    port.at("protocol").textOr("TCP"),
                    port))
        .toList();
  }

  /** The first port of another container that this one is seen to speak to. */
  public Optional<Long> usedPortOf(PodContainer server) {
    var told = new Script(told(), false);
    return server.ports().stream().map(Port::number).filter(told::speaksTo).findFirst();
  }

  /**
   * How long startupProbe, livenessProbe or readinessProbe let the container fail, from its start
   * (Kubernetes docs: Configure Liveness, Readiness and Startup Probes; by default at once, every
   * 10 s, 3 times). None where there is no such probe.
   */
  public Optional<Duration> patience(String probe) {
    return Optional.of(value.at(probe))
        .filter(YamlValue::present)
        .map(
            one ->
                Duration.ofSeconds(
                    one.at("initialDelaySeconds").number().orElse(0)
                        + one.at("periodSeconds").number().orElse(10)
                            * one.at("failureThreshold").number().orElse(3)));
  }

  /** The seconds that its preStop hook is known to take; 0 where nothing is known. */
  public long preStopSeconds() {
    var hook = value.at("lifecycle", "preStop");
    return Math.max(
        hook.at("sleep", "seconds").number().orElse(0),
        Script.of(hook.at("exec", "command").texts()).longestSleep());
  }
}
