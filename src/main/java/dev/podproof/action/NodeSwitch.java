package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;

/**
 * Something on the node that lasts until it is switched back, at the latest when the scenario ends.
 */
sealed interface NodeSwitch extends NodeAction permits FreezeContainers, DisconnectPod, FillVolume {
  /** Whether it is switched on, or back. */
  boolean on();

  /** The other of the two. */
  NodeSwitch reversed();

  @Override
  default String perform(ScenarioNamespace namespace) throws InterruptedException {
    if (!on()) {
      var result = NodeAction.super.perform(namespace);
      namespace.undoing().settle(reversed().inWords());
      return result;
    }
    // Owed before it is done: what stops halfway is taken back as well.
    namespace.undoing().owe(inWords(), () -> reversed().perform(namespace));
    return NodeAction.super.perform(namespace);
  }
}
