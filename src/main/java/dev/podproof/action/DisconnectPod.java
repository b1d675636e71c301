package dev.podproof.action;

import dev.podproof.cluster.Capability;
import dev.podproof.namespace.ScenarioNamespace;

/**
 * Takes a pod off its network, and puts it back: the node's end of its cable is unplugged. What the
 * pod has is left alone: its address, its routes, its connections, and localhost.
 */
public record DisconnectPod(String pod, boolean on) implements NodeSwitch {
  @Override
  public String inWords() {
    return on ? "disconnect pod " + pod : "reconnect pod " + pod;
  }

  @Override
  public Capability needs() {
    return Capability.DISCONNECT_PODS;
  }

  @Override
  public DisconnectPod reversed() {
    return new DisconnectPod(pod, !on);
  }

  // containerd tells what its network plugin made; the end without a sandbox is the node's.
  @Override
  public String script(ScenarioNamespace namespace) {
    return "id=$(crictl pods -q --state ready --namespace "
        + namespace.name()
        + " --name '^"
        + pod
        + "$'); for end in $([ -z \"$id\" ] || crictl inspectp -o go-template --template '"
        + "{{range $name, $of := .info.cniResult.Interfaces}}{{if not $of.Sandbox}}{{$name}} {{end}}{{end}}"
        + "' $id); do case $end in veth*) ip link set $end "
        + (on ? "down" : "up")
        + " && echo done && exit ;; esac; done; "
        + (on ? "echo 'it has no network of its own'" : "echo done");
  }
}
