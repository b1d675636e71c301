package dev.podproof.action;

import dev.podproof.cluster.Capability;
import dev.podproof.cluster.NodeAccess;
import dev.podproof.namespace.ScenarioNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that is done on the node, for which the cluster must be able to. */
public sealed interface NodeAction extends Action<String>
    permits NodeAction.StopSandbox, NodeAction.Signal, NodeAction.Restart, NodeSwitch {
  /** What it takes of the cluster. */
  default Capability needs() {
    return Capability.NODE_ACCESS;
  }

  /** A script for the node's shell that ends with the line "done" where it succeeded. */
  String script(ScenarioNamespace namespace);

  @Override
  default String perform(ScenarioNamespace namespace) throws InterruptedException {
    var cluster = namespace.cluster();
    if (!cluster.capabilities().contains(needs())) {
      throw new ActionProblem(
          "this cluster "
              + needs().lacks()
              + ", which it takes to "
              + inWords()
              + "\n  run on a cluster that Podproof starts, or skip such scenarios: Given the cluster "
              + needs().has());
    }
    var lines = run(cluster.node().orElseThrow(), script(namespace));
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals("done")) {
      throw new ActionProblem("the node could not " + inWords() + ": " + String.join("; ", lines));
    }
    return String.join("\n", lines.subList(0, lines.size() - 1));
  }

  /** The lines that a script prints on the node, errors among them. */
  static List<String> run(NodeAccess node, String script) throws InterruptedException {
    var lines = java.util.Collections.synchronizedList(new ArrayList<String>());
    var ended = new CountDownLatch(1);
    var shell =
        node.converse(
            List.of("sh", "-c", "{ " + script + "; } 2>&1"), lines::add, ended::countDown);
    if (!ended.await(60, TimeUnit.SECONDS)) {
      lines.add("it had not ended after 60s");
    }
    shell.close();
    return List.copyOf(lines);
  }

  /** Stops the sandbox of a pod, as the loss of its pause container would. */
  record StopSandbox(String pod) implements NodeAction {
    @Override
    public String inWords() {
      return "stop the sandbox of pod " + pod;
    }

    @Override
    public String script(ScenarioNamespace namespace) {
      return "id=$(crictl pods -q --state ready --namespace "
          + namespace.name()
          + " --name '^"
          + pod
          + "$') && [ -n \"$id\" ] && crictl stopp $id >/dev/null && echo done";
    }
  }

  /** Sends a signal to the main process of a container, which works for process 1 as well. */
  record Signal(String name, String pod, String container, String containerId)
      implements NodeAction {
    @Override
    public String inWords() {
      return "send signal " + name + " to container " + container;
    }

    @Override
    public String script(ScenarioNamespace namespace) {
      return NodeAccess.CTR
          + " -n k8s.io task kill -s SIG"
          + name.toUpperCase(Locale.ROOT)
          + " "
          + containerId
          + " 2>/dev/null && echo done";
    }
  }

  /** Restarts the kubelet or the container runtime alone. */
  record Restart(String component) implements NodeAction {
    @Override
    public Capability needs() {
      return Capability.RESTART_COMPONENTS;
    }

    @Override
    public String inWords() {
      return "restart the " + component;
    }

    @Override
    public String script(ScenarioNamespace namespace) {
      return "podproof-node restart "
          + (component.equals("kubelet") ? "kubelet" : "containerd")
          + " >/dev/null && echo done";
    }
  }
}
