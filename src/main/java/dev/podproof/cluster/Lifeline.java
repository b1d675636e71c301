package dev.podproof.cluster;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One command in the node, held open for as long as this process lives: when its input ends, it
 * ends the node. The kernel closes the connection of a dead process, so the node goes however that
 * process died, and with it (auto-remove) its container and volumes. The same command hands out the
 * node's kubeconfig as soon as it is written, which saves asking for it again and again.
 *
 * <p>All processes but process 1 are killed from inside, which no signal from inside can kill;
 * process 1 ends with its child (k3s-io/k3s, pkg/cli/cmds/log_linux.go). Nothing in a node is worth
 * an orderly stop.
 */
final class Lifeline {
  private static final String END_OF_KUBECONFIG = "# podproof: end of kubeconfig";

  // The client's key is the last entry that K3s writes (k3s-io/k3s, pkg/server/server.go).
  private static final String SCRIPT =
      """
      f=%s
      (until grep -qs client-key-data $f; do sleep 0.02; done; cat $f; echo; echo '%s') </dev/null &
      cat >/dev/null
      kill -9 -1
      kill -15 1
      """
          .formatted(ContainerPlan.KUBECONFIG, END_OF_KUBECONFIG);

  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<String> kubeconfig = new CompletableFuture<>();
  private final CompletableFuture<Void> lost = new CompletableFuture<>();

  // Written by the connection's thread alone.
  private void hear(String line) {
    if (line.equals(END_OF_KUBECONFIG)) {
      kubeconfig.complete(text.toString());
    } else if (!kubeconfig.isDone()) {
      text.append(line).append('\n');
    }
  }

  /** Ties the node to this process. Never closed by us: its input ends when this process does. */
  @SuppressWarnings("resource")
  static Lifeline to(NodeAccess node) {
    var lifeline = new Lifeline();
    node.converse(List.of("sh", "-c", SCRIPT), lifeline::hear, () -> lifeline.lost.complete(null));
    return lifeline;
  }

  /** The kubeconfig as it stands in the node. */
  CompletableFuture<String> kubeconfig() {
    return kubeconfig;
  }

  /** Completes when the node, the daemon or the connection is no more. */
  CompletableFuture<Void> lost() {
    return lost;
  }
}
