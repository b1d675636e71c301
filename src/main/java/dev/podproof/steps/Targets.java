package dev.podproof.steps;

import dev.podproof.action.Target;
import dev.podproof.expectation.ObjectRef;
import dev.podproof.session.PodSession;

/** The objects that sentences name, as targets of actions. */
final class Targets {
  private Targets() {}

  /** The object that is meant; waits until one that is not named is there. */
  static Target of(PodSession session, ObjectRef object) {
    if (object instanceof ObjectRef.OfPod pod) {
      return new Target("pod", session.nameOf(pod.ref()));
    }
    if (object instanceof ObjectRef.Sought sought) {
      return new Target(sought.kind(), session.nameOf(sought));
    }
    var named = (ObjectRef.Named) object;
    return new Target(named.kind(), named.name());
  }
}
