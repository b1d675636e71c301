package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;

/** Asks for a pod's deletion, with the grace period of its spec; does not wait for the end. */
public record DeletePod(String name) implements Action<Boolean> {
  @Override
  public String inWords() {
    return "delete pod " + name;
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    var deleted = namespace.client().pods().inNamespace(namespace.name()).withName(name).delete();
    if (deleted.isEmpty()) {
      throw new ActionProblem(
          "there is no pod " + name + " to delete\n  apply one of that name before");
    }
    return true;
  }
}
