package dev.podproof.action;

import dev.podproof.cluster.Capability;
import dev.podproof.namespace.ScenarioNamespace;
import java.util.Optional;

/**
 * Stops every process of a container, or of all containers of a pod, and lets them go on.
 *
 * <p>By SIGSTOP and not by the cgroup freezer: a process in a frozen cgroup of version 1 cannot be
 * killed (Linux: cgroup-v1/freezer-subsystem), so the node could not be removed while it is frozen.
 * As with a hung program, ports stay open, SIGKILL ends it, and what exec runs in the container
 * later, probes among it, is not held up.
 *
 * @param container empty for all that run in the pod
 */
public record FreezeContainers(String pod, Optional<String> container, boolean on)
    implements NodeSwitch {
  private static final int ROUNDS = 200;

  @Override
  public String inWords() {
    return (on ? "freeze " : "thaw ")
        + container.map(name -> "container " + name + " of pod " + pod).orElse("pod " + pod);
  }

  @Override
  public Capability needs() {
    return Capability.FREEZE_CONTAINERS;
  }

  @Override
  public FreezeContainers reversed() {
    return new FreezeContainers(pod, container, !on);
  }

  @Override
  public String script(ScenarioNamespace namespace) {
    return processes(namespace.name())
        + (on ? stop() : "kill -CONT $(pids) 2>/dev/null; echo done");
  }

  // A process tells the cgroup it is in by a path that holds the ID of its container, in either
  // version of cgroups and with either driver (Linux: proc_pid_cgroup(5)).
  private String processes(String namespace) {
    return "ids=$(crictl ps -q --label io.kubernetes.pod.namespace="
        + namespace
        + " --label io.kubernetes.pod.name="
        + pod
        + container.map(name -> " --label io.kubernetes.container.name=" + name).orElse("")
        + "); pids() { for id in $ids; do grep -ls $id /proc/[0-9]*/cgroup; done | cut -d/ -f3; }; ";
  }

  // Done when a round finds them all stopped already: none has made another one since the last.
  private static String stop() {
    return "[ -n \"$ids\" ] || { echo 'no container of it runs'; exit; }; round=0; "
        + "while [ $round -lt "
        + ROUNDS
        + " ]; do again=; for p in $(pids); do"
        + " case $(sed 's/.*) //' /proc/$p/stat 2>/dev/null) in"
        + " [TZX]*|'') ;; *) again=yes; kill -STOP $p 2>/dev/null ;; esac;"
        + " done; [ -n \"$again\" ] || { echo done; exit; }; round=$((round+1)); done; "
        + "echo 'some of its processes did not stop'";
  }
}
