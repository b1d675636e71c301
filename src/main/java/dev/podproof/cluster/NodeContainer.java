package dev.podproof.cluster;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.VolumeOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.containers.wait.strategy.WaitStrategyTarget;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.k3s.K3sContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Testcontainers' K3s container, started leaner and kept apart from the host.
 *
 * <p>It differs from the default in that the container has a cgroup namespace of its own and does
 * not see the host's tree: what the node makes below its own cgroup goes with the container, and
 * two nodes cannot disturb each other. Only the API's port is published, on 127.0.0.1.
 */
final class NodeContainer extends K3sContainer {
  private static final int API_PORT = 6443;

  /** Kinds of privilege that a daemon without CAP_SYS_RESOURCE, or an old one, refuses. */
  private static final Set<Capability> REFUSED =
      EnumSet.of(
          Capability.ALL,
          Capability.SYS_RESOURCE,
          Capability.BPF,
          Capability.PERFMON,
          Capability.CHECKPOINT_RESTORE);

  private final boolean privileged;
  private final Consumer<String> onStarted;
  private String lastWords = "";

  NodeContainer(
      ContainerPlan plan,
      boolean privileged,
      boolean cgroupV1,
      String registriesYaml,
      Consumer<String> onStarted) {
    super(DockerImageName.parse(plan.image()).asCompatibleSubstituteFor("rancher/k3s"));
    this.privileged = privileged;
    this.onStarted = onStarted;
    setPrivilegedMode(privileged);
    setExposedPorts(List.of(API_PORT));
    setBinds(List.of());
    setCommand(plan.command(cgroupV1, privileged).toArray(String[]::new));
    waitingFor(new NoWait());
    withLogConsumer(this::remember);
    // Whoever decided on this image has seen to it that it is here.
    withImagePullPolicy(name -> false);
    withCopyToContainer(Transferable.of(registriesYaml), ContainerPlan.REGISTRIES);
    if (plan.isK3s() && !privileged) {
      withCopyToContainer(
          Transferable.of(ContainerPlan.containerdDropIn()),
          "/var/lib/rancher/k3s/agent/etc/containerd/config-v3.toml.d/podproof.toml");
    }
    withCreateContainerCmdModifier(create -> shape(create, plan));
  }

  private void shape(CreateContainerCmd create, ContainerPlan plan) {
    var host = create.getHostConfig();
    if (host == null) {
      host = HostConfig.newHostConfig();
    }
    host.withCgroupnsMode("private")
        .withBinds(new Bind[0])
        .withAutoRemove(true)
        .withPortBindings(
            new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(API_PORT)));
    if (!privileged) {
      loosen(host);
      if (plan.isK3s()) {
        remountCgroupsFirst(create);
      }
    }
    var labels = new SettledLabels();
    labels.put(Owner.LABEL, Owner.thisProcess().label());
    host.withMounts(ContainerPlan.VOLUMES.stream().map(path -> volume(path, labels)).toList());
    create.withHostConfig(host).withHostName(ContainerPlan.NODE_NAME).withLabels(labels);
  }

  // The volumes that the image asks for in any case; declared, they can be told by their label.
  private static Mount volume(String path, Map<String, String> labels) {
    return new Mount()
        .withType(MountType.VOLUME)
        .withTarget(path)
        .withVolumeOptions(new VolumeOptions().withLabels(labels));
  }

  private static void loosen(HostConfig host) {
    var capabilities =
        Arrays.stream(Capability.values())
            .filter(c -> !REFUSED.contains(c))
            .toArray(Capability[]::new);
    host.withCapAdd(capabilities)
        .withSecurityOpts(List.of("seccomp=unconfined", "apparmor=unconfined"))
        // The kubelet does not start without it.
        .withDevices(new Device("rwm", "/dev/kmsg", "/dev/kmsg"));
    // Docker's client library has no fields for these; empty lists unmask /proc and /sys.
    com.github.dockerjava.api.model.DockerObjectAccessor.overrideRawValue(
        host, "MaskedPaths", List.of());
    com.github.dockerjava.api.model.DockerObjectAccessor.overrideRawValue(
        host, "ReadonlyPaths", List.of());
  }

  // The node image does this itself. K3s must stay process 1, hence the exec.
  private static void remountCgroupsFirst(CreateContainerCmd create) {
    create.withEntrypoint(
        "/bin/sh",
        "-c",
        "for d in /sys/fs/cgroup /sys/fs/cgroup/*; do mount -o remount,bind,rw $d $d 2>/dev/null; done;"
            + " exec /bin/k3s \"$@\"",
        "k3s");
  }

  @Override
  protected void containerIsStarting(InspectContainerResponse started) {
    onStarted.accept(started.getId());
    super.containerIsStarting(started);
  }

  /** Nothing to copy: the kubeconfig comes along the lifeline. */
  @Override
  protected void containerIsStarted(InspectContainerResponse started) {}

  /** The port of 127.0.0.1 at which the API answers. */
  int apiPort() {
    return getMappedPort(API_PORT);
  }

  private synchronized void remember(OutputFrame frame) {
    var line = frame.getUtf8StringWithoutLineEnding().strip();
    lastWords = line.isEmpty() ? lastWords : line;
  }

  /** The last line that the node has said; empty where it has said nothing. */
  synchronized String lastWords() {
    return lastWords;
  }

  /**
   * Labels to which Testcontainers cannot add its own, as it does after every modifier. By that
   * label its JVM hook would find the container when the process ends, remove it at the same time
   * as we do, and print the daemon's refusal of the second removal with its stack trace.
   */
  private static final class SettledLabels extends HashMap<String, String> {
    @Override
    public void putAll(Map<? extends String, ? extends String> others) {}
  }

  /** To Testcontainers it is ready at once; what is waited for, and how long, is decided later. */
  private record NoWait() implements WaitStrategy {
    @Override
    public void waitUntilReady(WaitStrategyTarget target) {}

    @Override
    public WaitStrategy withStartupTimeout(Duration limit) {
      return this;
    }
  }
}
