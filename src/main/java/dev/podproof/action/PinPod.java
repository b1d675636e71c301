package dev.podproof.action;

import dev.podproof.namespace.ScenarioNamespace;

/** Puts a finalizer on a pod, so that its last status stays readable, or takes it away. */
public record PinPod(String pod, boolean pinned) implements Action<Boolean> {
  @Override
  public String inWords() {
    return (pinned ? "pin pod " : "release pod ") + pod;
  }

  @Override
  public Boolean perform(ScenarioNamespace namespace) {
    if (pinned) {
      namespace.pin(pod);
    } else {
      namespace.release(pod);
    }
    return true;
  }
}
